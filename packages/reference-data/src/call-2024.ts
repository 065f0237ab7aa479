import type { FunderCall } from './funder-call.ts';

/** The call of 2024-2025. Official terms, in Catalan, as the workbook must carry them: they are never mended. */
export const call2024: FunderCall = {
  code: '2024-2025',
  name: '2024-2025',
  startsOn: '2024-11-01',
  endsOn: '2025-10-31',
  serveis: [
    {
      code: '1',
      name: 'Servei 1 - divulgació, sensibilització i generació de coneixement',
      actuacions: [
        {
          code: '1.1',
          name: "Campanya de comunicació i difusió per l'extensió del cooperativisme i l'ESS",
          eix: 'Extensió del cooperativisme i l’ESS',
        },
        {
          code: '1.2',
          name: "Campanya de comunicació i difusió adreçada a donar a conèixer els serveis de l'ateneu i/o cercles",
          eix: 'Acompanyament a la generació d’ocupació',
        },
        {
          code: '1.3',
          name: 'Accions de sensibilització i/o dinamització pròpies',
          eix: 'Extensió del cooperativisme i l’ESS',
        },
        {
          code: '1.4',
          name: "Accions educatives a estudiants d'estudis professionalitzadors (FPs, Noves Oportunitats, PFIs i PTTs, Universitats...)",
          eix: 'Extensió del cooperativisme i l’ESS',
        },
        {
          code: '1.5',
          name: "Transversalització de l'ESS i el cooperativisme en l'àmbit educatiu",
          eix: 'Extensió del cooperativisme i l’ESS',
        },
        {
          code: '1.6',
          name: 'Elaboració de recursos sobre cooperativisme i ESS',
          eix: 'Extensió del cooperativisme i l’ESS',
        },
        {
          code: '1.7',
          name: "Participació en accions d'altres agents del territori: jornades, fires, programes i publicacions",
          eix: 'Extensió del cooperativisme i l’ESS',
        },
        {
          code: '1.8',
          name: 'Concursos/premis per a la creació de noves cooperatives',
          eix: 'Acompanyament a la generació d’ocupació',
        },
        {
          code: '1.9',
          name: 'Accions de sensibilització i/o dinamització amb altres agents del territori',
          eix: 'Respondre a les necessitats o especificitats del territori',
        },
      ],
    },
    {
      code: '2',
      name: "Servei 2 - Formació per a la promoció, creació i consolidació de cooperatives i projectes d'ESS",
      actuacions: [
        {
          code: '2.1',
          name: "Accions de formació bàsica a persones emprenedores o entitats interessades en la fòrmula cooperativa i altres formes de l'ESS generadores d'ocupació",
          eix: 'Acompanyament a la generació d’ocupació',
        },
        {
          code: '2.2',
          name: "Accions formatives sobre cooperativisme o aprofundiment i especialització per membres de cooperatives i altres entitats de l'ESS no generadores d'ocupació",
          eix: 'Extensió del cooperativisme i l’ESS',
        },
        {
          code: '2.3',
          name: "Accions de formació per a prescriptores de l'ESS",
          eix: 'Extensió del cooperativisme i l’ESS',
        },
        {
          code: '2.4',
          name: "Accions de formació per a la consolidació i al creixement de cooperatives i altres organitzacions d'ESS generadores d'ocupació",
          eix: 'Acompanyament a la generació d’ocupació',
        },
        {
          code: '2.5',
          name: 'Coordinació amb estratègies de formació territorial i col·laboració amb altres agents',
          eix: 'Respondre a les necessitats o especificitats del territori',
        },
      ],
    },
    {
      code: '3',
      name: "Servei 3 - d'acompanyament per a la creació i consolidació de cooperatives i projectes d'ESS",
      actuacions: [
        {
          code: '3.1',
          name: "Acompanyament a la creació de cooperatives i altres organitzacions d'ESS generadores d'ocupació",
          eix: 'Acompanyament a la generació d’ocupació',
        },
        {
          code: '3.2',
          name: "Acompanyament a la creació de cooperatives i altres formes jurídiques de l'ESS no generadores d'ocupació",
          eix: 'Extensió del cooperativisme i l’ESS',
        },
        {
          code: '3.3',
          name: "Acompanyament a la consolidació i creixement de cooperatives generadores d'ocupació",
          eix: 'Acompanyament a la generació d’ocupació',
        },
        {
          code: '3.4',
          name: "Acompanyament a la consolidació i creixement de cooperatives i altres entitats de l'ESS no generadores d'ocupació",
          eix: 'Extensió del cooperativisme i l’ESS',
        },
        {
          code: '3.5',
          name: "Acompanyament a la transformació i/o relleu de cooperatives i altres entitats de l'ESS",
          eix: 'Acompanyament a la generació d’ocupació',
        },
        {
          code: '3.6',
          name: "Acompanyament a projectes d'intercooperació",
          eix: 'Acompanyament a altres programes d’economia social i altres programes públics',
        },
        {
          code: '3.7',
          name: "Acompanyament al tancament de cooperatives i entitats de l'ESS",
          eix: 'Respondre a les necessitats o especificitats del territori',
        },
        {
          code: '3.8',
          name: "Coordinació amb estratègies de polítiques actives d'ocupació territorial i col·laboració amb altres agents",
          eix: 'Acompanyament a la generació d’ocupació',
        },
      ],
    },
    {
      code: '4',
      name: 'Servei 4 - treball en xarxa i dinamització territorial',
      actuacions: [
        {
          code: '4.1',
          name: 'Diagnosi sobre les mancances i oportunitats socioeconòmiques i projecció estratègica territorial a 3 anys vista',
          eix: 'Respondre a les necessitats o especificitats del territori',
        },
        {
          code: '4.2',
          name: "Generació d'espais estratègics a nivell sectorial o territorial amb entitats de l'ESS del territori o ens locals",
          eix: 'Respondre a les necessitats o especificitats del territori',
        },
        {
          code: '4.3',
          name: "Interlocució amb les entitats de l'ESS del territori d'abast de l'AC",
          eix: 'Respondre a les necessitats o especificitats del territori',
        },
        {
          code: '4.4',
          name: "Interlocució amb els òrgans municipals i supramunicipals del territori d'abast de l'AC",
          eix: 'Respondre a les necessitats o especificitats del territori',
        },
        {
          code: '4.5',
          name: "Participació d'espais o plans estratègics de desenvolupament local i sectorial",
          eix: 'Respondre a les necessitats o especificitats del territori',
        },
        {
          code: '4.6',
          name: 'Representació i participació en sessions informatives amb agents transversals locals i territorials',
          eix: 'Coordinació amb altres programes d’economia social i altres programes públics',
        },
        {
          code: '4.7',
          name: "Coordinació amb la resta de programes de l'ES del territori",
          eix: 'Coordinació amb altres programes d’economia social i altres programes públics',
        },
        {
          code: '4.8',
          name: 'Treball en xarxa amb altres ateneus: assistir a reunions i col·laborar en iniciatives conjuntes.',
          eix: 'Extensió del cooperativisme i l’ESS',
        },
      ],
    },
    {
      code: '5',
      name: 'Serveis complementaris',
      actuacions: [{ code: '5.1', name: 'Serveis Complementaris', eix: 'Serveis complementaris' }],
    },
  ],
};
