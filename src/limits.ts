/**
 * Discord's limits on a message with Components V2 (developers/components/reference and
 * resources/message of its documentation). Nobody checks the total of the texts before Discord does.
 * Characters are counted in UTF-16 units here: Discord never counts more.
 */
export const LIMITS = {
  /** characters over all text displays of a message */
  TEXT: 4000,
  /** components of a message, nested ones counted */
  COMPONENTS: 40,
  /** buttons of an action row */
  ROW: 5,
  /** options of a select menu, choices of autocomplete */
  CHOICES: 25,
  /** characters of a choice: label, value, detail */
  CHOICE: 100,
  CUSTOM_ID: 100,
  LABEL: 80,
} as const
