/** Why no room could be created, in English: by code. */
export const creationRefusedTexts: Record<string, string> & { other: string } = {
  'too-many-requests': 'That was many rooms at once. Wait a minute, then create the next.',
  'cookies-blocked':
    'Your browser keeps no cookies here, and a cookie tells the room which seat is yours. Allow cookies for this site in the settings beside the address, or use an ordinary window instead of a private one.',
  'keys-not-kept':
    'Your browser keeps no keys here: where people knock, or see only what is said from then on, you could not open your own room. In “Door and rules” choose “Open” and “Everything”, or use an ordinary window instead of a private one.',
  'first-message-not-kept':
    'What you shared could not be passed on, so there is no room yet. Try again. Or discard it above, and paste it into the message box once you are in the room.',
  'wrong-origin':
    'The server takes this address for another site. If it is behind a proxy, whoever runs it has to set PUBLIC_ORIGIN.',
  other: 'The room could not be created. Try again, over https or on localhost.',
}
