import type { voiceTexts as English } from '../en/voice.ts'

/** The texts about voice messages, in Spanish. */
export const voiceTexts: typeof English = {
  fileName: 'Mensaje de voz',
  recording: 'Grabando',
  started: (most) => `Grabando, hasta ${most}. Escape cancela.`,
  most: (most) => `de ${most}`,
  stop: 'Detener',
  cancel: 'Cancelar',
  canceled: 'No se grabó nada.',
  recorded: (length) => `Grabado: ${length}. Va con tu mensaje.`,
  full: (most) => `${most} es el máximo. La grabación se detuvo ahí y se conserva.`,
  tooShort: 'Fue demasiado corto. Mantén pulsado el botón mientras hablas, o tócalo, habla y detén.',
  refusals: {
    NotAllowedError:
      'Aquí no se permite el micrófono. Permítelo para esta página en los ajustes de tu navegador y graba otra vez.',
    NotFoundError: 'No se encontró ningún micrófono. Conecta uno y graba otra vez.',
    NotReadableError:
      'Ahora no se puede usar el micrófono: puede que lo tenga otro programa. Ciérralo y graba otra vez.',
  },
  failed: 'No se pudo grabar aquí. Revisa tu micrófono y graba otra vez.',
  own: 'Tu mensaje de voz',
  from: (name) => `Mensaje de voz de ${name}`,
  play: (length) => `Reproducir, ${length}`,
  pause: 'Pausar',
  position: 'Posición',
  at: (at, length) => `${at} de ${length}`,
  unplayed: 'No se puede reproducir aquí. Aun así se puede enviar.',
  noRecording: 'Dice que es un mensaje de voz, pero no se puede reproducir aquí. Puedes guardarlo.',
}
