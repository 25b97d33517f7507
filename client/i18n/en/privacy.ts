import { RETAIN_FOR } from '../../../protocol/limits.ts'
import { formatDuration } from '../index.ts'

/** The short form of docs/threat-model.md, in English. Change both together. */
export const privacyTexts = {
  page: 'Privacy · private-chat',
  title: 'What stays private, and what can’t',
  lead: 'A room made in the lobby is encrypted in your browser. The server keeps what it can’t read, until the room ends. Then it keeps nothing.',
  parts: [
    {
      title: 'What we promise',
      points: [
        'The key of an encrypted room is the part of its link after #. Browsers never send it anywhere. Without it nobody can take a seat or read a word.',
        'Nobody can speak for somebody else: the server takes a message only from the seat it belongs to, and a message that can’t be opened is shown as just that.',
        'At the end everyone is sent out, the storage is deleted, and the page forgets. What is said in a facilitator’s room can be kept for a while after its end: the room says so.',
        'Nobody needs an account to talk. There is no tracking, and no other site is involved. Logs never hold messages, names, addresses or rooms.',
      ],
    },
    {
      title: 'Rooms of a facilitator',
      points: [
        `People with an account plan rooms, and can keep what is said in them for up to ${formatDuration(RETAIN_FOR.max)} after the end. Everyone who comes in sees who can read it and until when: before they join, and above the message box.`,
        'Once such a room is open, that time only gets shorter. If its end is moved, that time moves with it, and everyone in the room sees that.',
        'An encrypted room is kept as it was sent: its facilitator reads it with the key of the link, and the server can’t read it. A room without encryption is stored as text: whoever runs this site can read it, too.',
      ],
    },
    {
      title: 'What the server still sees',
      points: [
        'Names, who is in a room and when, how many messages there are and roughly how long they are, and the network addresses that connect.',
        'Encryption protects what you write. The name beside a message, its place in the order and its time come from the server: whoever runs it could change them, or hold a message back.',
        'Everything in a room that a program made without encryption: such a room says so at the top.',
      ],
    },
    {
      title: 'What nobody can promise',
      points: [
        'People can copy what they read.',
        'Anyone with the link can come in while there is a seat, and with a copy of the stored messages could read them later. Send the link only to the people it is for.',
        'Whoever runs this site serves its script, and has to be trusted not to change it. You can run your own.',
        'The hosting platform can restore deleted storage for 30 days. For an encrypted room that brings back names, times, and messages that stay encrypted.',
      ],
    },
  ],
  way: 'Go to the lobby',
}
