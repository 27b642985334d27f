package org.nowrongdoor.exchange.provider;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.http.server.LinkResolver;
import org.nowrongdoor.mail.LinkMail;
import org.nowrongdoor.mail.Outbox;
import org.nowrongdoor.storage.Lease;

/** Mails providers the link to their entries when these are to be checked. Claim, link and mail are one transaction: a
 *  provider is mailed once or not at all. */
@Singleton
class VerificationReminderJob {

    private static final Logger LOG = Logger.getLogger(VerificationReminderJob.class);

    // 30 days: until the next reminder has come, the link of the last one is good.
    private static final Duration GOOD = Duration.ofDays(30);
    // 500 at a time: what is left of a day is for the next run.
    private static final int BATCH = 500;

    private final ReminderRepository reminders;
    private final InvitationRepository invitations;
    private final Outbox outbox;
    private final LinkResolver links;
    private final AuditLog audit;
    private final Lease lease;
    private final Clock clock;
    private final int mostADay;

    // Eight collaborators: a provider is found, claimed, given a link, mailed, and it is noted; by one node, on a day.
    VerificationReminderJob(
            ReminderRepository reminders,
            InvitationRepository invitations,
            Outbox outbox,
            LinkResolver links,
            AuditLog audit,
            Lease lease,
            Clock clock,
            VerificationConfig config) {
        this.reminders = reminders;
        this.invitations = invitations;
        this.outbox = outbox;
        this.links = links;
        this.audit = audit;
        this.lease = lease;
        this.clock = clock;
        this.mostADay = config.remindersADay();
    }

    @Scheduled(
            every = "${directory.verification.remind-every:1h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (mostADay > 0
                && outbox.isOpen()
                && links.findPublic("/").isPresent()
                && lease.tryHold("verification-reminder")) {
            var count = remind(mostADay);
            if (count > 0) {
                LOG.infof("%d providers were mailed that their entries are to be checked", count);
            }
        }
    }

    /** Mails those who are due.
     *  @return how many */
    int remind(int most) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var mailed = new HashSet<String>();
        int count = 0;
        for (var due : reminders.list(today, BATCH)) {
            if (count < most && mailed.add(due.email().strip().toLowerCase(Locale.ROOT))) {
                count += QuarkusTransaction.requiringNew().call(() -> mail(due, today, most)) ? 1 : 0;
            }
        }
        return count;
    }

    private boolean mail(ReminderRepository.Due due, LocalDate today, int most) {
        if (!reminders.claim(due, today, most) || !Outbox.isAddress(due.email())) {
            return false;
        }
        var made = invitations.create(due.serviceId(), Caller.OPERATOR, GOOD);
        audit.record("system", "remind", "service", due.serviceId().toString());
        return links.findPublic("/provider/" + made.token() + "/page")
                .map(url -> outbox.put(LinkMail.VERIFICATION, due.email(), url))
                .orElse(false);
    }
}
