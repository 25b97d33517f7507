/** The short form of docs/threat-model.md, in English. Who changes one changes the other. */
export const privacyWords = {
  page: 'Privacy · private-chat',
  title: 'What stays private, and what can’t',
  lead: 'A room made in the lobby is encrypted in your browser. The server keeps what it can’t read, until the room ends. Then it keeps nothing.',
  parts: [
    {
      title: 'What we promise',
      points: [
        'The key is the part of the link behind #. Browsers never send it anywhere. Without it nobody can take a seat or read a word.',
        'Nobody speaks for another: a message is taken only from the seat it belongs to, and a message that doesn’t open is shown as just that.',
        'At the end everyone is sent out, the storage is deleted, and the page forgets.',
        'No account, no tracking, no other site. Logs never hold messages, names, addresses or rooms.',
      ],
    },
    {
      title: 'What the server still sees',
      points: [
        'Names, who is here and when, how many messages and roughly how long they are, and the addresses that connect.',
        'Rooms that a facilitator schedules without encryption, to have a transcript: what is said in them is stored as text, and kept after the end for as long as the facilitator chose, 30 days at most. Whoever comes in is told so at the door.',
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
