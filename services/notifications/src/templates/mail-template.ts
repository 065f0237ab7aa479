import type { DataOf, EventContract } from '@ateneu/events';
import { isLanguage, type Language } from '@ateneu/kernel';

import type { Topic } from '../delivery/topics.ts';
import type { Formats } from './format.ts';

/** Who a message is for, as the event names them. */
export interface Recipient {
  name: string;
  email: string;
  language: Language;
}

/** A person as events name them; their language is whatever its publisher wrote. */
export interface NamedPerson {
  name: string;
  email: string;
  language: string;
}

/**
 * A line of the summary: what, its value, an address that it is to be had at, and, where that is a square picture to be
 * shown, the text that stands for it.
 */
export type Fact = readonly [label: string, value: string, url?: string, alt?: string];

/** The one thing the reader may do next. */
export interface Action {
  label: string;
  /** Absolute, `https` or `http`. */
  url: string;
}

/** What a message says, as plain text without any markup: the text and the HTML are both made from it. */
export interface MailContent {
  subject: string;
  /** What happened, in a few short paragraphs. */
  paragraphs: readonly string[];
  /** The details that a reader looks for, in a list of their own. */
  facts?: readonly Fact[];
  action?: Action;
  /** What comes after the details and the action. */
  closing?: readonly string[];
  /** Why the reader gets this, for the foot of the message. */
  because: string;
}

/** What a text may use beside the event's data. */
export interface TextTools extends Formats {
  /** The public page of an initiative, where the website has one. */
  initiativePage: (slug: string) => string | undefined;
}

/**
 * The fields that a schema names, all the way down, without the ones it merely tolerates: a text that misspells a field
 * must not build.
 */
export type Known<T> = T extends readonly (infer Item)[]
  ? readonly Known<Item>[]
  : T extends object
    ? { [Key in keyof T as string extends Key ? never : Key]: Known<T[Key]> }
    : T;

/** Makes the content in one language. */
export type Text<Data> = (data: Data, tools: TextTools) => MailContent;

/** The addresses at which a subscription ends. */
export interface Unsubscribe {
  /** Takes a POST without anybody looking (RFC 8058). */
  oneClickUrl: string;
  /** A page for the reader. */
  pageUrl: string;
}

/** How a message is declared. */
export interface MailTemplateDefinition<C extends EventContract> {
  /** Its stable name: `enrolment-confirmed`. */
  kind: string;
  /** What staff read in the list of templates. */
  title: string;
  /** For a message that its reader can do without: what it is about. Absent where it is essential. */
  topic?: Topic;
  /** Where a subscription of the event's own service is ended, instead of our page: by a POST, and by a person. */
  unsubscribe?: (data: Known<DataOf<C>>) => Unsubscribe;
  /** Who it goes to; nobody when the event names no person. */
  recipient: (data: Known<DataOf<C>>) => NamedPerson | undefined;
  /** Catalan and Spanish always, or the build fails; English where somebody wrote it. */
  texts: { ca: Text<Known<DataOf<C>>>; es: Text<Known<DataOf<C>>>; en?: Text<Known<DataOf<C>>> };
}

/** A message that an event gives rise to. */
export interface MailTemplate {
  readonly kind: string;
  readonly title: string;
  readonly contract: EventContract;
  /** For one that its reader can do without. */
  readonly topic: Topic | null;
  readonly languages: readonly Language[];
  /** Who the data says it is for. */
  recipientOf(data: DataOf<EventContract>): Recipient | undefined;
  /** Where the subscription behind it is ended, where that is not with us. */
  unsubscribeOf(data: DataOf<EventContract>): Unsubscribe | undefined;
  /** The content in the language asked for, else in Catalan, and which of them it is. */
  write(data: DataOf<EventContract>, language: Language, tools: ToolsFor): Written;
}

/** Gives the tools of a language, once it is known which one a text really is in. */
export type ToolsFor = (language: Language) => TextTools;

/** A content and the language it is in. */
export interface Written {
  content: MailContent;
  language: Language;
}

/**
 * Declares the message of an event. The compiler checks the texts against the event's schema: a text that names a field
 * the event lacks does not build.
 */
export function defineTemplate<C extends EventContract>(
  contract: C,
  definition: MailTemplateDefinition<C>,
): MailTemplate {
  const { kind, title, recipient, texts } = definition;
  return {
    kind,
    title,
    contract,
    topic: definition.topic ?? null,
    languages: (['ca', 'es', 'en'] as const).filter((language) => texts[language] !== undefined),
    // A subscription only ever hands over data of its own contract.
    recipientOf: (data) => {
      const person = recipient(data as Known<DataOf<C>>);
      if (person === undefined) return undefined;
      const { name, email, language } = person;
      return { name, email, language: isLanguage(language) ? language : 'ca' };
    },
    unsubscribeOf: (data) => definition.unsubscribe?.(data as Known<DataOf<C>>),
    write: (data, wanted, toolsFor) => {
      const language = texts[wanted] === undefined ? 'ca' : wanted;
      const text = texts[language] ?? texts.ca;
      return { content: text(data as Known<DataOf<C>>, toolsFor(language)), language };
    },
  };
}
