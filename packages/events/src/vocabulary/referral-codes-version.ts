/**
 * Which edition of the reasons and outcomes of referrals this is: the month in which a code was last added. What was
 * decided keeps the edition it was decided under.
 */
export const referralCodesVersion = '2026-03';
