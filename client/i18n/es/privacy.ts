import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import { RETAIN_FOR } from '../../../protocol/limits.ts'
import type { privacyTexts as English } from '../en/privacy.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The short form of docs/threat-model.md, in Spanish. Change both together. */
export const privacyTexts: typeof English = {
  page: 'Privacidad · private-chat',
  title: 'Qué es privado y qué no',
  lead: 'Una sala creada en la página de inicio se cifra en tu navegador. El servidor guarda lo que no puede leer, hasta que la sala termina. Después no guarda nada.',
  parts: [
    {
      title: 'Lo que prometemos',
      points: [
        'La clave de una sala cifrada es la parte de su enlace después de #. Los navegadores nunca la envían a ningún sitio. Sin ella, y sin la contraseña donde la hay, nadie puede ocupar un lugar ni leer una palabra.',
        'Tu nombre se cifra igual que lo que dices: el servidor conoce a cada persona por un nombre al azar que él mismo le da, por ejemplo el de un animal.',
        `Cuando se expulsa a alguien, deja de poder leer lo que se dice en cuanto cambian las claves, ni siquiera con el enlace anterior, en salas con hasta ${formatNumber(ROTATION_SEATS_MAX)} lugares ocupados. Un anfitrión puede cambiar el enlace o cerrarlo. En una sala para dos se cierra solo cuando ambas personas han hablado, si los dos navegadores pueden guardar claves.`,
        'Nadie puede hablar en nombre de otra persona: el servidor solo acepta un mensaje del lugar al que pertenece, y un mensaje que no se puede descifrar se muestra como tal.',
        'Al final todas las personas salen, lo guardado se elimina y la página olvida. Lo que se dice en la sala de un organizador puede conservarse un tiempo después de su fin: la sala lo indica.',
        'Para la próxima sala, tu navegador guarda tu nombre y lo que elegiste en este dispositivo, como un sonido. Nada de lo que se dijo está entre ello.',
        'Para la instalación y las malas conexiones, tu navegador guarda los archivos de la aplicación: ninguna sala, ninguna dirección de sala, ningún mensaje. Lo que compartes con la aplicación instalada espera unos minutos en memoria, hasta estar en el cuadro de mensaje de una sala. Si tu navegador ha quitado esa parte de la aplicación, le llega al servidor, que lo desecha sin leerlo.',
        'Donde el menú de una sala dice “Se conserva en la UE”, la plataforma de alojamiento ejecuta esa sala y guarda lo que tiene de ella únicamente en la Unión Europea.',
        'Nadie necesita una cuenta para hablar. No hay rastreo ni otros sitios de por medio. Los registros nunca contienen mensajes, nombres, direcciones ni salas.',
        'Aquí las cookies dicen qué lugares son tuyos, si has iniciado sesión y desde un dispositivo que tu cuenta conoce y, durante un año, qué idioma elegiste. No hay otras.',
      ],
    },
    {
      title: 'Salas de un organizador',
      points: [
        `Las personas con cuenta programan salas, y pueden conservar lo que se dice en ellas hasta ${formatDuration(RETAIN_FOR.max)} después del cierre. Quien entra ve quién puede leerlo y hasta cuándo: antes de entrar y encima del cuadro de texto.`,
        'Una vez abierta una sala así, ese tiempo solo puede acortarse. Si se cambia la hora de su cierre, ese plazo se mueve con ella, y todas las personas en la sala lo ven.',
        'Una sala cifrada se conserva tal como se envió: quien la organiza la lee con las claves que guarda su navegador, y el servidor no puede leerla. Una sala sin cifrado se guarda como texto: quien administra este sitio también puede leerla.',
      ],
    },
    {
      title: 'Lo que el servidor sí ve',
      points: [
        'Quién está en una sala y cuándo, por nombres al azar; cuántos mensajes, reacciones y archivos hay, y más o menos cuánto ocupan; el título de la sala de un organizador, y las direcciones de red que se conectan.',
        'El cifrado protege lo que escribes y tu nombre. El orden de los mensajes y su hora vienen del servidor, igual que quién tiene un lugar: quien lo administra podría cambiarlos, o retener un mensaje o claves nuevas. Donde la página puede notar por un mensaje que otros se movieron o se omitieron, lo dice debajo de ese mensaje.',
        'Todo lo que hay en una sala creada sin cifrado: una sala así lo dice arriba.',
      ],
    },
    {
      title: 'Lo que nadie puede prometer',
      points: [
        'Las personas pueden copiar lo que leen, también lo que desaparece o se lee una sola vez. Quien fue expulsado o salió conserva lo que podía leer antes.',
        'Mientras un enlace está abierto, quien lo tenga puede entrar si hay lugar y leer lo que se dijo, salvo que en la sala haya que tocar a la puerta, o que no muestre lo que se dijo antes de llegar. Envíalo solo a quienes va dirigido.',
        'La contraseña hace falta además del enlace. Una corta la puede adivinar quien tenga tanto el enlace como lo que guarda el servidor.',
        'Quien administra este sitio entrega su programa. Cualquiera puede comprobar desde fuera si es el publicado: el menú de una sala dice cómo. Nadie puede ver qué ejecuta el servidor, ni que todas las personas reciben el mismo programa. Puedes alojar tu propia copia.',
        'La plataforma de alojamiento puede restaurar durante 30 días lo que se eliminó. De una sala cifrada eso recupera horas, y mensajes que siguen cifrados; quien además tenga un enlace de aquel momento puede leer lo que se dijo mientras estaba abierto.',
      ],
    },
  ],
  way: 'Ir al inicio',
}
