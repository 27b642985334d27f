package org.nowrongdoor.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.nowrongdoor.storage.Lease;

/** Sends what waits, each mail from one node at a time. A mail that left just before a crash may leave twice. */
@Singleton
class MailSender {

    private static final Logger LOG = Logger.getLogger(MailSender.class);
    private static final String LEASE = "mail";
    private static final int BATCH = 20;

    private final Outbox outbox;
    private final Mailer mailer;
    private final Lease lease;

    MailSender(Outbox outbox, Mailer mailer, Lease lease) {
        this.outbox = outbox;
        this.mailer = mailer;
        this.lease = lease;
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (!outbox.isOpen() || !lease.tryHold(LEASE)) {
            return;
        }
        for (var mail : outbox.listDue(BATCH)) {
            if (outbox.claim(mail)) {
                carry(mail);
            }
        }
    }

    // One that fails, for whatever reason, waits for its next attempt and keeps no other waiting.
    private void carry(Outbox.Due mail) {
        try {
            var content = outbox.open(mail);
            mailer.send(Mail.withText(
                    content.to(),
                    LinkMail.SUBJECT,
                    LinkMail.valueOf(mail.kind()).text(content.link())));
            outbox.sent(mail);
        } catch (RuntimeException e) {
            // The class alone: a message may hold the address.
            LOG.infof(
                    "Mail %s did not leave at attempt %d: %s",
                    mail.id(), mail.attempts() + 1, e.getClass().getSimpleName());
            outbox.failed(mail);
        }
    }
}
