import { type Language, languages, type LocalizedText } from '@ateneu/kernel';
import {
  districts,
  findLegalForm,
  findNeed,
  findNeighbourhood,
  findNetwork,
  findSector,
  type LabelledCode,
} from '@ateneu/reference-data';

import type { SearchFilters } from '../search/index.ts';

const words: Record<Language, { all: string; some: string; cooperatives: string; others: string }> = {
  ca: {
    all: 'Totes les novetats del directori',
    some: 'Novetats del directori',
    cooperatives: 'cooperatives',
    others: 'entitats que no són cooperatives',
  },
  es: {
    all: 'Todas las novedades del directorio',
    some: 'Novedades del directorio',
    cooperatives: 'cooperativas',
    others: 'entidades que no son cooperativas',
  },
  en: {
    all: 'All news of the directory',
    some: 'News of the directory',
    cooperatives: 'cooperatives',
    others: 'what is no cooperative',
  },
};

/** What a subscription is to, as people read it: `Novetats del directori: Alimentació, La Florida`. */
export function topicOf(filters: SearchFilters): LocalizedText {
  const [ca = '', es, en] = languages.map((language) => topicIn(filters, language));
  return { ca, es, en };
}

function topicIn(filters: SearchFilters, language: Language): string {
  const text = words[language];
  const labels = (codes: readonly string[] | undefined, find: (code: string) => LabelledCode | undefined) =>
    (codes ?? []).map((code) => find(code)?.label[language] ?? code);
  const parts = [
    ...(filters.text === undefined ? [] : [`«${filters.text}»`]),
    ...labels(filters.sectors, findSector),
    ...labels(filters.needs, findNeed),
    ...labels(filters.legalForms, findLegalForm),
    ...labels(filters.networks, findNetwork),
    ...labels(filters.districts, (code) => districts.find((district) => district.code === code)),
    ...(filters.neighbourhoods ?? []).map((code) => findNeighbourhood(code)?.name ?? code),
  ];
  if (filters.cooperative !== undefined) parts.push(filters.cooperative ? text.cooperatives : text.others);
  return parts.length === 0 ? text.all : `${text.some}: ${parts.join(', ')}`;
}
