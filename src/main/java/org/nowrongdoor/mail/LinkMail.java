package org.nowrongdoor.mail;

/** A mail that says nothing but that something waits behind a link. Anyone who sees it in passing learns nothing
 *  from it. */
public enum LinkMail {
    ANSWER(
            "Someone is waiting for your answer. This link shows the request. You need no account:",
            "Alguien espera su respuesta. Este enlace muestra la solicitud. No hace falta una cuenta:"),
    REMINDER(
            "Your answer is due soon. This link shows the request. You need no account:",
            "El plazo para responder termina pronto. Este enlace muestra la solicitud. No hace falta una cuenta:"),
    INVITATION(
            "You can check and change your entry in the directory. Do not share this link. You need no account:",
            "Puede revisar y cambiar sus datos en el directorio. No comparta este enlace. No hace falta una cuenta:"),
    VERIFICATION(
            "Is your entry in the directory still right? Please check it. Do not share this link. You need no account:",
            "¿Siguen correctos sus datos en el directorio? Revíselos por favor. No comparta este enlace."
                    + " No hace falta una cuenta:");

    /** What all of them are called. */
    static final String SUBJECT = "A message for you / Un mensaje para usted";

    private final String english;
    private final String spanish;

    LinkMail(String english, String spanish) {
        this.english = english;
        this.spanish = spanish;
    }

    /** The whole of a mail: the same in both languages, English first. */
    public String text(String link) {
        return english + "\n\n" + link + "\n\n" + spanish + "\n\n" + link + "\n";
    }
}
