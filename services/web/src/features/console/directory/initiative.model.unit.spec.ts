import { describe, expect, it } from 'vitest';

import { fieldsOf } from '../../../ui/fields.ts';
import { initiativeValues, type NamedDetails, positionOf, readInitiative, tidyInitiative } from './initiative.model.ts';

const consent = { givenBy: 'Rosa Pla', givenAt: '2026-02-01T09:00:00.000Z', textVersion: '2026-01' };
const stored: NamedDetails = {
  id: '0198c1d2-7a10-7c3e-9f00-0000000000ff',
  version: 3,
  status: 'published',
  slug: 'obrador',
  origin: { kind: 'staff' },
  proposer: null,
  rejection: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  publishedAt: null,
  partners: [{ id: '0198c1d2-7a10-7c3e-9f00-0000000000aa', name: 'Economat' }],
  name: { ca: 'Obrador', en: 'Bakery' },
  legalForm: 'associacio',
  sectors: ['alimentacio'],
  needs: ['alimentacio'],
  networks: [],
  position: { latitude: 41.36, longitude: 2.1 },
  foundedIn: 2012,
  offers: [{ kind: 'product', name: { ca: 'Pa', es: 'Pan' } }],
  links: [{ kind: 'mastodon', url: 'https://social.example/@obrador' }],
  contact: { email: { value: 'hola@example.org', consent }, phone: { value: '600 000 000' } },
  openingHours: {
    weekly: [{ days: ['mo', 'tu'], opens: '09:00', closes: '14:00' }],
    note: { ca: 'Tancat a l’agost.' },
  },
  criteria: { version: '2026-01', met: [{ code: 'transparencia', evidence: { ca: 'Comptes al web.' } }] },
} as unknown as NamedDetails;

describe('the form of an initiative', () => {
  it('says what is stored, to the last field', () => {
    const { name, legalForm, sectors, needs, networks, position, foundedIn, offers, links } = stored;
    expect(readInitiative(fieldsOf(initiativeValues(stored)), stored)).toEqual({
      name,
      legalForm,
      sectors,
      needs,
      networks,
      position,
      foundedIn,
      offers,
      links,
      contact: stored.contact,
      openingHours: stored.openingHours,
      criteria: stored.criteria,
    });
  });

  it('gives a consent a new day with another value or another person, and takes it away with the tick', () => {
    const change = (more: Record<string, string>) =>
      readInitiative(fieldsOf({ ...initiativeValues(stored), ...more }), stored).contact?.email;
    expect(change({ 'contact.email.value': 'nova@example.org' })?.consent).toEqual({
      textVersion: '2026-01',
      givenBy: 'Rosa Pla',
    });
    expect(change({ 'contact.email.consent': '' })).toEqual({ value: 'hola@example.org' });
  });

  it('leaves out rows that say nothing', () => {
    const tidied = tidyInitiative({
      ...initiativeValues(stored),
      'offers.0.name.ca': '',
      'offers.0.name.es': ' ',
      'offers.1.kind': 'service',
      'offers.1.name.ca': 'Cursos',
      'links.1.kind': 'facebook',
      'links.1.url': '',
    });
    const read = readInitiative(fieldsOf(tidied), stored);
    expect(read.offers).toEqual([{ kind: 'service', name: { ca: 'Cursos' } }]);
    expect(read.links).toHaveLength(1);
  });

  it.each([
    ['41.3597, 2.0997', 41.3597, 2.0997],
    ['41.3597,2.0997', 41.3597, 2.0997],
    ['41,3597; 2,0997', 41.3597, 2.0997],
    ['-33.5 -70', -33.5, -70],
    ['a prop del metro', Number.NaN, Number.NaN],
  ])('reads the place that a map gives: %s', (text, latitude, longitude) => {
    expect(positionOf(text)).toEqual({ latitude, longitude });
  });
});
