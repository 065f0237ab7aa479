import { type Language, languages } from '@ateneu/kernel';

/** The languages of the desks of staff and partners. */
export const deskLanguages = ['ca', 'es'] as const;

/** Every public page, by name, with its address in each language below `/ca`, `/es` and `/en`. */
export const paths = {
  home: { ca: '', es: '', en: '' },
  directory: { ca: '/directori', es: '/directorio', en: '/directory' },
  initiative: { ca: '/directori/:slug', es: '/directorio/:slug', en: '/directory/:slug' },
  correct: { ca: '/directori/:slug/corregeix', es: '/directorio/:slug/corregir', en: '/directory/:slug/correct' },
  propose: { ca: '/proposa', es: '/proponer', en: '/propose' },
  practices: { ca: '/bones-practiques', es: '/buenas-practicas', en: '/good-practices' },
  practice: { ca: '/bones-practiques/:slug', es: '/buenas-practicas/:slug', en: '/good-practices/:slug' },
  certificate: { ca: '/certificat', es: '/certificado', en: '/certificate' },
  training: { ca: '/formacio', es: '/formacion', en: '/training' },
  session: { ca: '/formacio/:id', es: '/formacion/:id', en: '/training/:id' },
  accompaniment: { ca: '/acompanyament', es: '/acompanamiento', en: '/accompaniment' },
  request: { ca: '/acompanyament/demana', es: '/acompanamiento/solicitud', en: '/accompaniment/request' },
  privacy: { ca: '/privadesa', es: '/privacidad', en: '/privacy' },
  accessibility: { ca: '/accessibilitat', es: '/accesibilidad', en: '/accessibility' },
  cookies: { ca: '/galetes', es: '/cookies', en: '/cookies' },
  components: { ca: '/components', es: '/componentes', en: '/components' },
} as const satisfies Record<string, Record<Language, string>>;

/** The name of a public page. */
export type PageName = keyof typeof paths;

/** Values for an address: those of its path, and those of its query. Lists are repeated, absent values left out. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** The address of a public page, from the root of the site. */
export function pathTo(language: Language, page: PageName, parameters: Readonly<Record<string, string>> = {}): string {
  const path: string = paths[page][language];
  return `/${language}${path.replaceAll(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(parameters[name] ?? ''))}`;
}

/** An address with a query; what is absent or empty is left out, so that the same choice always has the same address. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The language that an address begins with. */
export function languageOf(url: string): Language | undefined {
  const segment = url.split(/[/?#]/, 2)[1];
  return languages.find((language) => language === segment);
}
