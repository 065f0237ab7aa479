import { indexByCode, type LabelledCode } from './labelled-code.ts';

/** A network, federation or map that initiatives belong to. Its name is its own in every language. */
export type Network = LabelledCode;

const named = (code: string, name: string): Network => ({ code, label: { ca: name, es: name, en: name } });

/** Every network, in the order that lists show them. */
export const networks: readonly Network[] = [
  named('xes', 'Xarxa d’Economia Solidària de Catalunya'),
  named('cooperatives-de-treball', 'Federació de Cooperatives de Treball de Catalunya'),
  named('cooperatives-de-consum', 'Federació de Cooperatives de Consumidors i Usuaris de Catalunya'),
  named('cooperatives-d-habitatge', 'Federació de Cooperatives d’Habitatges de Catalunya'),
  named('cooperatives-d-ensenyament', 'Federació de Cooperatives d’Ensenyament de Catalunya'),
  named('coop57', 'Coop57'),
  named('xarxa-ateneus', 'Xarxa d’Ateneus Cooperatius de Catalunya'),
  named('pam-a-pam', 'Pam a Pam'),
  named('reas', 'REAS Red de Redes'),
  named('feicat', 'Federació d’Empreses d’Inserció de Catalunya'),
  named('taula-tercer-sector', 'Taula d’Entitats del Tercer Sector Social de Catalunya'),
  named('xarxa-consum-solidari', 'Xarxa de Consum Solidari'),
  { code: 'altres', label: { ca: 'Una altra xarxa', es: 'Otra red', en: 'Another network' } },
];

const byCode = indexByCode(networks);

/** The network of a code, if there is one. */
export function findNetwork(code: string): Network | undefined {
  return byCode.get(code);
}
