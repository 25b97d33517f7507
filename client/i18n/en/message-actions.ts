/** The texts of what one does with messages: answering, reacting, editing, taking back; in English. */
export const messageActionsTexts = {
  /** In the place of a message that was taken back. In two parts, a name between or before them. */
  takenBack: {
    you: 'You took a message back.',
    by: ' took a message back.',
    byHost: ['A host took back a message of ', '.'],
    yoursByHost: 'A host took back a message of yours.',
  },
}
