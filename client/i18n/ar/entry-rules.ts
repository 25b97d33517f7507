import type { entryRulesTexts as English } from '../en/entry-rules.ts'

/** The texts of the rules about who comes in, what they see, who may end the room, when its time begins and files, in Arabic. */
export const entryRulesTexts: typeof English = {
  door: {
    label: 'الباب',
    choices: { open: 'مفتوح', knock: 'بالطرق' },
    hints: {
      open: 'يدخل كل من لديه الرابط ما دام هناك مقعد.',
      knock: 'من لديه الرابط يذكر اسمًا وينتظر حتى يُدخله المضيف.',
    },
  },
  history: {
    label: 'من يأتي لاحقًا يرى',
    choices: { all: 'كل شيء', 'from-join': 'ما بعد دخوله' },
    hints: {
      all: 'يمكنه قراءة ما قيل من قبل.',
      'from-join': 'لا يمكنه قراءة ما قيل قبل دخوله.',
    },
  },
  destroyBy: {
    label: 'من يمكنه إنهاء الغرفة',
    choices: { anyone: 'كل من فيها', host: 'مضيفوها' },
    hints: {
      anyone: 'يمكن لكل من في الغرفة إنهاؤها وتغيير موعد انتهائها.',
      host: 'لا ينهيها ولا يغيّر موعد انتهائها إلا المضيفون.',
    },
  },
  starts: {
    label: 'متى يشتعل الفتيل',
    choices: { second: 'عند حضور الثاني', now: 'فورًا' },
    hints: {
      second: 'يبدأ الوقت بعد حضور شخص آخر عشر ثوانٍ أو قوله شيئًا.',
      now: 'يبدأ الوقت فور إنشاء الغرفة.',
    },
  },
  files: {
    label: 'الملفات والصور',
    choices: { on: 'نعم', off: 'لا' },
    hints: {
      on: 'يمكن إرسال ملفات وصور، حتى 25 م.ب لكل منها. تختفي مع الغرفة.',
      off: 'لا يمكن لأحد إرسال ملفات أو صور.',
    },
  },
}
