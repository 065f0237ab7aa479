/** A kind of action that the funder pays for. */
export interface Actuacio {
  /** Its number within the call; another call may give the same number to something else. */
  code: string;
  /** The funder's own words, in Catalan: the workbook carries them to the letter. */
  name: string;
  /** The line of work that it belongs to. */
  eix: string;
}

/** A service of the call, with its actions. */
export interface Servei {
  code: string;
  name: string;
  actuacions: readonly Actuacio[];
}

/** A call (_convocatòria_) of the funder, with the taxonomy that everything done in its period is justified under. */
export interface FunderCall {
  code: string;
  name: string;
  /** The first day of its period, `YYYY-MM-DD`, in L'Hospitalet. */
  startsOn: string;
  /** The last day of its period, itself within. */
  endsOn: string;
  serveis: readonly Servei[];
}

/** An actuació with the servei and the call it stands in. */
export interface ClassifiedActuacio extends Actuacio {
  call: FunderCall;
  servei: Servei;
}
