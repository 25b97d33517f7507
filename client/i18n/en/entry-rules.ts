/** The texts of the rules about who comes in, what they see, who may end the room, when its time begins and files, in English. */
export const entryRulesTexts = {
  door: {
    label: 'The door',
    choices: { open: 'Open', knock: 'They knock' },
    hints: {
      open: 'Anyone with the link comes in while there is a seat.',
      knock: 'Anyone with the link gives a name and waits until a host lets them in.',
    },
  },
  history: {
    label: 'Who comes later sees',
    choices: { all: 'Everything', 'from-join': 'From then on' },
    hints: {
      all: 'They can read what was said before.',
      'from-join': 'They can’t read what was said before they came.',
    },
  },
  destroyBy: {
    label: 'Who may end the room',
    choices: { anyone: 'Anyone in it', host: 'Its hosts' },
    hints: {
      anyone: 'Everybody in the room may destroy it, and move its end.',
      host: 'Only hosts may destroy it, or move its end.',
    },
  },
  starts: {
    label: 'When the fuse is lit',
    choices: { second: 'When the second one is here', now: 'At once' },
    hints: {
      second: 'The time runs once somebody else has been here for ten seconds, or said something.',
      now: 'The time runs as soon as you create the room.',
    },
  },
  files: {
    label: 'Files and pictures',
    choices: { on: 'On', off: 'Off' },
    hints: {
      on: 'People can send files and pictures, up to 25 MB each. They are gone with the room.',
      off: 'Nobody can send files or pictures.',
    },
  },
}
