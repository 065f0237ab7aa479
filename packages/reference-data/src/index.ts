/**
 * The codes that every service shares, with their labels: sectors, legal forms, and the territory of L'Hospitalet.
 *
 * @packageDocumentation
 */
export { type LabelledCode } from './labelled-code.ts';
export { findLegalForm, type LegalForm, legalForms } from './legal-forms.ts';
export { findSector, type Sector, sectors } from './sectors.ts';
export {
  type District,
  districts,
  findNeighbourhood,
  municipality,
  type Neighbourhood,
  neighbourhoods,
} from './territory.ts';
