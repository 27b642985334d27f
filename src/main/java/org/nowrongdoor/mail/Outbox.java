package org.nowrongdoor.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.nowrongdoor.storage.Backoff;
import org.nowrongdoor.storage.JdbcReader;
import org.nowrongdoor.storage.SqlBuilder;

/** Mail on its way. It is written down in the transaction that wants it sent and leaves later, so that no one waits
 *  for an SMTP server and a rolled-back deed sends nothing. */
@Singleton
public class Outbox {

    /** A mail that is to leave now.
     *  @param sealed whom it goes to, and the link in it, in base 64
     *  @param claim by which the sender that has it is known; another at every attempt */
    record Due(UUID id, String kind, String sealed, int attempts, Instant since, UUID claim) {}

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    // 2 min: longer than an SMTP server may take for one mail.
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final String UNCLAIMED = "(claimed_until is null or claimed_until <= clock_timestamp())";

    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));
    // One address, nothing that a header could be made of.
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"@]{1,64}@[^\\s<>,;:\"@]{1,255}");

    private final EntityManager entities;
    private final JdbcReader rows;
    private final Sealer sealer;
    private final Clock clock;
    private final Counter dead;
    private final boolean isOpen;

    public Outbox(
            EntityManager entities,
            JdbcReader rows,
            Sealer sealer,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost") String host,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
        this.entities = entities;
        this.rows = rows;
        this.sealer = sealer;
        this.clock = clock;
        this.dead = Counter.builder("directory.mail.dead.letters")
                .description("Mails that were given up after three days")
                .register(meters);
        // The host has a default of its own; an address to send from has none, so that is what tells.
        this.isOpen = from.isPresent();
        if (!isOpen && !host.equals("localhost")) {
            LOG.warn("quarkus.mailer.host is set and quarkus.mailer.from is not: no mail is sent");
        }
    }

    /** Whether an SMTP server is configured. */
    public boolean isOpen() {
        return isOpen;
    }

    /** Whether a mail can be addressed to a text: one address and nothing else. */
    public static boolean isAddress(String to) {
        return ADDRESS.matcher(to.strip()).matches();
    }

    /** Writes a mail down in the running transaction.
     *  @param to one address
     *  @return whether it will be sent; false without an SMTP server and for what is no address */
    @Transactional
    public boolean put(LinkMail kind, String to, String link) {
        if (!isOpen || !isAddress(to)) {
            return false;
        }
        var id = UUID.randomUUID();
        entities.createNativeQuery("insert into mail_outbox (id, kind, sealed, since, next_attempt_at)"
                        + " values (:id, :kind, :sealed, :now, :now)")
                .setParameter("id", id)
                .setParameter("kind", kind.name())
                .setParameter("sealed", sealer.seal(id, new Sealer.Content(to.strip(), link)))
                .setParameter("now", clock.instant())
                .executeUpdate();
        return true;
    }

    /** What is to leave now, the longest due first. */
    @Transactional
    List<Due> listDue(int limit) {
        return rows.list(
                SqlBuilder.of(
                        "select id, kind, sealed, attempts, since from mail_outbox where next_attempt_at <= ? and "
                                + UNCLAIMED + " order by next_attempt_at limit ?",
                        clock.instant(),
                        limit),
                row -> new Due(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Base64.getEncoder().encodeToString(row.getBytes(3)),
                        row.getInt(4),
                        row.getTimestamp(5).toInstant(),
                        UUID.randomUUID()));
    }

    /** Takes a mail in hand, so that no other node sends it too. The database's clock counts: all nodes share it.
     *  @return false when it has left, or another has it */
    @Transactional
    boolean claim(Due mail) {
        return entities.createNativeQuery("update mail_outbox set claim = :claim,"
                                + " claimed_until = clock_timestamp() + make_interval(secs => :seconds)"
                                + " where id = :id and " + UNCLAIMED)
                        .setParameter("claim", mail.claim())
                        .setParameter("seconds", CLAIM.toSeconds())
                        .setParameter("id", mail.id())
                        .executeUpdate()
                == 1;
    }

    /** Whom a mail goes to, and the link in it.
     *  @throws IllegalStateException when it was sealed with another master key */
    Sealer.Content open(Due mail) {
        return sealer.open(mail.id(), Base64.getDecoder().decode(mail.sealed()));
    }

    /** Forgets a mail that has left. */
    @Transactional
    void sent(Due mail) {
        entities.createNativeQuery("delete from mail_outbox where id = :id and claim = :claim")
                .setParameter("id", mail.id())
                .setParameter("claim", mail.claim())
                .executeUpdate();
    }

    /** Keeps a mail for a later attempt, for three days in all. */
    @Transactional
    void failed(Due mail) {
        var now = clock.instant();
        if (!now.isBefore(mail.since().plus(PATIENCE))) {
            LOG.warnf("Mail %s was given up after %d attempts", mail.id(), mail.attempts() + 1);
            dead.increment();
            sent(mail);
            return;
        }
        entities.createNativeQuery("update mail_outbox set attempts = attempts + 1, next_attempt_at = :next,"
                        + " claim = null, claimed_until = null where id = :id and claim = :claim")
                .setParameter("claim", mail.claim())
                .setParameter("next", now.plus(BACKOFF.pauseAfter(mail.attempts() + 1)))
                .setParameter("id", mail.id())
                .executeUpdate();
    }
}
