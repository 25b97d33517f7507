import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import { RETAIN_FOR } from '../../../protocol/limits.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The short form of docs/threat-model.md, in English. Change both together. */
export const privacyTexts = {
  page: 'Privacy · private-chat',
  title: 'What stays private, and what can’t',
  lead: 'A room made in the lobby is encrypted in your browser. The server keeps what it can’t read, until the room ends. Then it keeps nothing.',
  parts: [
    {
      title: 'What we promise',
      points: [
        'The key to an encrypted room is the part of its link after #. Browsers never send it anywhere. Without it, and the password where there is one, nobody can take a seat or read a word.',
        'What you are called is encrypted like what you say: the server knows each person by a random name of its own, such as an animal’s.',
        `Whoever is removed can’t read what is said once the keys have changed, not even with the old link, in rooms with up to ${formatNumber(ROTATION_SEATS_MAX)} seats taken. A host can replace the link or close it. In a room for two it closes by itself once both have spoken, if both browsers can keep keys.`,
        'Nobody can speak for somebody else: the server takes a message only from the seat it belongs to, and a message that can’t be opened is shown as just that.',
        'At the end everyone is sent out, the storage is deleted, and the page forgets. What is said in a facilitator’s room can be kept for a while after its end: the room says so.',
        'For the next room your browser keeps your name and what you chose on this device, such as a sound. Nothing that was said is among it.',
        'For installing and for a bad line your browser keeps the app’s own files: no room, no address of one, no message. What you share to the installed app waits in memory for a few minutes, until it is in the message box of a room. If your browser has removed that part of the app, the server gets it, and throws it away unread.',
        'Where the menu of a room says “Kept in the EU”, the hosting platform runs that room and stores what it has of it in the European Union alone.',
        'Nobody needs an account to talk. There is no tracking, and no other site is involved. Logs never hold messages, names, addresses or rooms.',
        'Cookies here say which seats are yours, whether you are logged in and from a device that your account knows, and, for a year, which language you chose. There are no others.',
      ],
    },
    {
      title: 'Rooms of a facilitator',
      points: [
        `People with an account plan rooms, and can keep what is said in them for up to ${formatDuration(RETAIN_FOR.max)} after the end. Everyone who comes in sees who can read it and until when: before they join, and above the message box.`,
        'Once such a room is open, that time only gets shorter. If its end is moved, that time moves with it, and everyone in the room sees that.',
        'An encrypted room is kept as it was sent: its facilitator reads it with the keys that their browser keeps, and the server can’t read it. A room without encryption is stored as text: whoever runs this site can read it, too.',
      ],
    },
    {
      title: 'What the server still sees',
      points: [
        'Who is in a room and when, by random names, how many messages, reactions and files there are, roughly how long or large they are, the title of a facilitator’s room, and the network addresses that connect.',
        'Encryption protects what you write and your name. The place of a message in the order and its time come from the server, and so does who has a seat: whoever runs it could change them, or hold back a message or new keys. Where the page can tell from a message that others were moved or left out, it says so under that message.',
        'Everything in a room that was made without encryption: such a room says so at the top.',
      ],
    },
    {
      title: 'What nobody can promise',
      points: [
        'People can copy what they read, and also what disappears or is read once. Whoever was removed or left keeps what they could read before.',
        'While a link is open, anyone who has it can come in if there is a seat, and read what was said, unless the room has them knock first, or keeps from them what was said before they came. Send it only to the people it is for.',
        'A password is needed beside the link. A short one can be guessed by whoever has both the link and what the server stores.',
        'Whoever runs this site serves its script. Whether it is the published one, anybody can check from outside: the menu of a room says how. Nobody can see what the server runs, or that everyone is sent the same script. You can run your own.',
        'The hosting platform can restore deleted storage for 30 days. For an encrypted room that brings back times, and messages that stay encrypted; whoever also has a link of that time can read what was said while it was open.',
      ],
    },
  ],
  way: 'Go to the lobby',
}
