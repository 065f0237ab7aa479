const day = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Madrid',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The ateneu's calendar day at an instant, `YYYY-MM-DD`: what "today" means in a rule, wherever the server runs. */
export function dayOf(instant: Date): string {
  return day.format(instant);
}
