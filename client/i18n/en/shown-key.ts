/** The texts about the key in an invite link that was opened, in English. */
export const shownKeyTexts = {
  title: 'The server has seen the key of this room',
  text: 'Something between the sender and you replaced the # in the link with %23, so your browser sent the key along with the address. Whoever runs this server could read what is said here.',
  advice:
    'If that matters to you, say nothing secret here: make a new room and send its link in another way, for example as a QR code.',
  renew:
    'Or look who is here, and make a new link: whoever knows only the old one can’t read what is said from then on.',
  newLink: 'New link',
  stay: 'Stay in this room',
  newRoom: 'Make a new room',
  wrong:
    'The key in this link is damaged: nobody here can read what you write, and you can’t read them. Open the whole link.',
}
