import type { entryRulesTexts as English } from '../en/entry-rules.ts'

/** The texts of the rules about who comes in, what they see, who may end the room, when its time begins and files, in Spanish. */
export const entryRulesTexts: typeof English = {
  door: {
    label: 'La puerta',
    choices: { open: 'Abierta', knock: 'Hay que tocar' },
    hints: {
      open: 'Cualquiera con el enlace entra mientras haya lugar.',
      knock: 'Cualquiera con el enlace da un nombre y espera hasta que un anfitrión le deje entrar.',
    },
  },
  history: {
    label: 'Quien llega después ve',
    choices: { all: 'Todo', 'from-join': 'Desde entonces' },
    hints: {
      all: 'Puede leer lo que se dijo antes.',
      'from-join': 'No puede leer lo que se dijo antes de que llegara.',
    },
  },
  destroyBy: {
    label: 'Quién puede terminar la sala',
    choices: { anyone: 'Cualquiera', host: 'Anfitriones' },
    hints: {
      anyone: 'Todos en la sala pueden destruirla y cambiar la hora de su fin.',
      host: 'Solo los anfitriones pueden destruirla o cambiar la hora de su fin.',
    },
  },
  starts: {
    label: 'Cuándo se enciende la mecha',
    choices: { second: 'Al llegar alguien', now: 'De inmediato' },
    hints: {
      second: 'El tiempo corre cuando otra persona lleva aquí diez segundos, o dijo algo.',
      now: 'El tiempo corre en cuanto creas la sala.',
    },
  },
  files: {
    label: 'Archivos e imágenes',
    choices: { on: 'Sí', off: 'No' },
    hints: {
      on: 'Se pueden enviar archivos e imágenes de hasta 25 MB cada uno. Desaparecen con la sala.',
      off: 'Nadie puede enviar archivos ni imágenes.',
    },
  },
}
