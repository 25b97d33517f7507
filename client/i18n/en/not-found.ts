/** The texts for an address that does not exist, in English. */
export const notFoundTexts = {
  page: 'Not found · private-chat',
  title: 'There is nothing here',
  text: 'The address may be mistyped, or what was here has burned down.',
  way: 'Go to the lobby',
}
