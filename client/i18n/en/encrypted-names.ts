/** The texts beside names that the server can't read, in English. */
export const encryptedNamesTexts = {
  /** Read out in front of the alias of the room, which stands beside a name that looks like another. */
  toldApartBy: 'told apart as ',
}
