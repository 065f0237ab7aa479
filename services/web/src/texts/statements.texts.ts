import { defineTexts } from './define.ts';

/** The version of the data protection text on the privacy page; raise it when what the text says changes. */
export const consentTextVersion = '2026-01';

export const statementTexts = defineTexts({
  privacyTitle: { ca: 'Com tractem les vostres dades', es: 'Cómo tratamos sus datos', en: 'How we treat your data' },
  privacyVersion: {
    ca: (version: string) => `Versió ${version} d’aquest text.`,
    es: (version: string) => `Versión ${version} de este texto.`,
    en: (version: string) => `Version ${version} of this text.`,
  },
  whoTitle: { ca: 'Qui en respon', es: 'Quién responde', en: 'Who is responsible' },
  who: {
    ca: 'L’Ateneu Cooperatiu de L’Hospitalet de Llobregat.',
    es: 'El Ateneu Cooperatiu de L’Hospitalet de Llobregat.',
    en: 'The Ateneu Cooperatiu of L’Hospitalet de Llobregat.',
  },
  whatTitle: { ca: 'Què demanem i per què', es: 'Qué pedimos y por qué', en: 'What we ask for and why' },
  whatTraining: {
    ca: 'En una inscripció: nom i correu, per guardar-vos la plaça i escriure-us-hi; i, si ens els voleu dir, telèfon, any de naixement i municipi, que qui finança la formació demana per saber a qui arriba.',
    es: 'En una inscripción: nombre y correo, para guardarle la plaza y escribirle; y, si nos los quiere decir, teléfono, año de nacimiento y municipio, que quien financia la formación pide para saber a quién llega.',
    en: 'When you enrol: name and e-mail, to keep your place and write to you; and, if you wish to tell us, phone, year of birth and municipality, which those who fund the training ask for to know whom it reaches.',
  },
  whatIntake: {
    ca: 'En una petició d’acompanyament: el que ens expliqueu del projecte i com us podem contactar. Fins que no la confirmeu no la veu ningú, i si no la confirmeu s’esborra.',
    es: 'En una petición de acompañamiento: lo que nos cuenta del proyecto y cómo podemos contactarle. Hasta que no la confirme no la ve nadie, y si no la confirma se borra.',
    en: 'When you ask for accompaniment: what you tell us about the project and how we can reach you. Nobody sees it before you confirm it, and it is erased if you do not.',
  },
  whatProposal: {
    ca: 'En una proposta al directori: nom i correu de qui proposa, que no es publiquen mai.',
    es: 'En una propuesta al directorio: nombre y correo de quien propone, que no se publican nunca.',
    en: 'When you propose an initiative: the name and e-mail of whoever proposes it, which are never published.',
  },
  shareTitle: { ca: 'A qui ho donem', es: 'A quién lo damos', en: 'Whom we give it to' },
  share: {
    ca: 'A cap altra entitat sense el vostre permís, amb data i abast. El podeu retirar quan vulgueu, i llavors l’altra entitat deixa de veure les dades a l’instant.',
    es: 'A ninguna otra entidad sin su permiso, con fecha y alcance. Puede retirarlo cuando quiera, y entonces la otra entidad deja de ver los datos al instante.',
    en: 'To no other entity without your permission, with its date and scope. You may take it back whenever you like; the other entity then stops seeing the data at once.',
  },
  rightsTitle: { ca: 'Què hi podeu fer', es: 'Qué puede hacer', en: 'What you can do' },
  rights: {
    ca: 'Veure-les, corregir-les, anul·lar el que heu demanat i fer-les esborrar: amb l’enllaç que hi ha a cada correu nostre, o escrivint-nos.',
    es: 'Verlos, corregirlos, anular lo que ha pedido y hacer que se borren: con el enlace que hay en cada correo nuestro, o escribiéndonos.',
    en: 'See it, correct it, cancel what you asked for and have it erased: with the link in each of our e-mails, or by writing to us.',
  },
  recordTitle: { ca: 'Qui ho ha mirat', es: 'Quién lo ha mirado', en: 'Who has looked' },
  record: {
    ca: 'Cada vegada que algú de l’equip o d’una entitat col·laboradora llegeix o canvia les vostres dades en queda constància.',
    es: 'Cada vez que alguien del equipo o de una entidad colaboradora lee o cambia sus datos queda constancia.',
    en: 'Each time somebody of the team or of a partner entity reads or changes your data, a record of it is kept.',
  },
  accessibilityTitle: { ca: 'Accessibilitat', es: 'Accesibilidad', en: 'Accessibility' },
  accessibilityAim: {
    ca: 'Volem que tothom pugui fer servir aquest web. Seguim les pautes WCAG 2.2, nivell AA, i ho comprovem amb un programa a cada pàgina i en cada canvi.',
    es: 'Queremos que todo el mundo pueda usar esta web. Seguimos las pautas WCAG 2.2, nivel AA, y lo comprobamos con un programa en cada página y en cada cambio.',
    en: 'We want everyone to be able to use this site. We follow WCAG 2.2, level AA, and check it with a program on every page and at every change.',
  },
  accessibilityHow: {
    ca: 'Funciona sense JavaScript i només amb el teclat, s’adapta a la mida del text i de la pantalla, i té versió fosca i d’impressió.',
    es: 'Funciona sin JavaScript y solo con el teclado, se adapta al tamaño del texto y de la pantalla, y tiene versión oscura y de impresión.',
    en: 'It works without JavaScript and with the keyboard alone, adapts to the size of text and screen, and has dark and print versions.',
  },
  accessibilityLimits: {
    ca: 'El mapa del directori és un complement visual: tot el que mostra és a la llista.',
    es: 'El mapa del directorio es un complemento visual: todo lo que muestra está en la lista.',
    en: 'The directory’s map is a visual extra: everything on it is in the list.',
  },
  accessibilityTell: {
    ca: 'Si alguna cosa us ho posa difícil, digueu-nos-ho i ho arreglarem.',
    es: 'Si algo se lo pone difícil, díganoslo y lo arreglaremos.',
    en: 'If something makes it hard for you, tell us and we will mend it.',
  },
  cookiesTitle: { ca: 'Galetes', es: 'Cookies', en: 'Cookies' },
  cookiesNone: {
    ca: 'Aquest web no en posa cap a qui el visita: ni pròpies, ni de ningú altre. Tampoc no hi ha mesuradors ni res que us segueixi.',
    es: 'Esta web no pone ninguna a quien la visita: ni propias, ni de nadie más. Tampoco hay medidores ni nada que le siga.',
    en: 'This site sets none for those who visit it: neither its own nor anybody else’s. There are no trackers either.',
  },
  cookiesStaff: {
    ca: 'Només l’equip de l’ateneu i les entitats col·laboradores, quan hi entren, reben una galeta que els reconeix mentre hi són. És imprescindible, va xifrada i caduca.',
    es: 'Solo el equipo del ateneu y las entidades colaboradoras, cuando entran, reciben una cookie que los reconoce mientras están dentro. Es imprescindible, va cifrada y caduca.',
    en: 'Only the ateneu’s team and partner entities, when they sign in, get a cookie that recognises them while they are here. It is essential, encrypted, and expires.',
  },
});
