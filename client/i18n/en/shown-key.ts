/** What is said of the key in a link that was opened, in English. */
export const shownKeyWords = {
  title: 'The server has seen the key of this room',
  text: 'Something between you and the sender wrote %23 for the # of the link, and so your browser sent the key along with the address. Whoever runs this server could read what is said here.',
  advice:
    'If that must not be, say nothing secret here: make a new room, and send its link in another way, as a QR code for example.',
  stay: 'Stay in this room',
  anew: 'Make a new room',
  wrong:
    'The key in this link is damaged: nobody here can read what you write, nor you them. Open the whole link.',
}
