/**
 * The codes that every service shares, with their labels: sectors, legal forms, the territory of L'Hospitalet, and what
 * the funder asks for.
 *
 * @packageDocumentation
 */
export { type CriteriaList, criteriaLists, type Criterion, findCriterion } from './criteria.ts';
export { type Actuacio, type ClassifiedActuacio, type FunderCall, type Servei } from './funder-call.ts';
export { findActuacio, findFunderCall, funderCallOn, funderCalls, lastAuditDay } from './funder-calls.ts';
export {
  contractTypes,
  discoveryChannels,
  employmentSituations,
  type FunderTerm,
  funderVocabularies,
  genders,
  studyGrades,
  studyLevels,
  workbookTerm,
} from './funder-vocabulary.ts';
export {
  justificationWorkbook,
  type WorkbookColumn,
  type WorkbookColumnType,
  type WorkbookSheet,
  workbookSheet,
  type WorkbookSheetName,
} from './justification-workbook.ts';
export { type LabelledCode } from './labelled-code.ts';
export { findLegalForm, type LegalForm, legalForms } from './legal-forms.ts';
export { findLinkKind, type LinkKind, linkKinds } from './link-kinds.ts';
export { findNeed, type Need, needs } from './needs.ts';
export { findNetwork, type Network, networks } from './networks.ts';
export { findSector, type Sector, sectors } from './sectors.ts';
export {
  type District,
  districts,
  findNeighbourhood,
  municipality,
  type Neighbourhood,
  neighbourhoods,
} from './territory.ts';
export { findWeekday, type Weekday, weekdays } from './weekdays.ts';
