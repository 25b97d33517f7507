/** The short form of docs/threat-model.md, in English. Who changes one changes the other. */
export const privacyWords = {
  page: 'Privacy · private-chat',
  title: 'What stays private, and what can’t',
  lead: 'A room made in the lobby is encrypted in your browser. The server keeps what it can’t read, until the room ends. Then it keeps nothing.',
  parts: [
    {
      title: 'What we promise',
      points: [
        'The key of an encrypted room is the part of its link behind #. Browsers never send it anywhere. Without it nobody can take a seat or read a word.',
        'Nobody speaks for another: a message is taken only from the seat it belongs to, and a message that doesn’t open is shown as just that.',
        'At the end everyone is sent out, the storage is deleted, and the page forgets. A facilitator’s room can be kept for a while after its end: it says so.',
        'No account for those who talk, no tracking, no other site. Logs never hold messages, names, addresses or rooms.',
      ],
    },
    {
      title: 'Rooms of a facilitator',
      points: [
        'Who has an account plans rooms, and may keep what is said in them for up to 30 days after the end. Whoever comes in is told who can read it and until when: at the door, and over the box to write in.',
        'Once such a room is open, that time only gets shorter. If its end is moved, that time moves with it, and everyone in the room is told.',
        'An encrypted one is kept as it was sent: its facilitator reads it with the key of the link, and the server can’t. One without encryption is stored as text: whoever runs this site can read it, too.',
      ],
    },
    {
      title: 'What the server still sees',
      points: [
        'Names, who is here and when, how many messages and roughly how long they are, and the addresses that connect.',
        'Encryption protects what you write. The name beside a message, its place in the order and its time are the server’s word: whoever runs it could change those, or keep a message back.',
        'Rooms made by a program without encryption: the room says so at the top.',
      ],
    },
    {
      title: 'What nobody can promise',
      points: [
        'People can copy what they read.',
        'Whoever has the link can come in while there is a seat, and with a copy of the stored messages could read them later. Send the link to those it is for.',
        'Whoever runs this site serves its script, and has to be trusted not to change it. You can run your own.',
        'The hosting platform can restore deleted storage for 30 days. Of an encrypted room that gives names and times, and messages that stay closed.',
      ],
    },
  ],
  way: 'Go to the lobby',
}
