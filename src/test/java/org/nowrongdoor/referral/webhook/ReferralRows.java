package org.nowrongdoor.referral.webhook;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Referrals and their events as rows, where a test needs no more of them. */
@Singleton
public class ReferralRows {

    private final EntityManager entities;
    private final Clock clock;

    public ReferralRows(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** A referral with its first event. */
    @Transactional
    public UUID referral(@Nullable UUID sender, @Nullable UUID provider) {
        var id = UUID.randomUUID();
        entities.createNativeQuery("insert into referral (id, service_id, sender_organization_id,"
                        + " provider_organization_id, sent_by, status, priority, needs, acknowledged, overridden,"
                        + " introduction, part2, last_event, created_at, updated_at, respond_by, code_digest, link_mailed)"
                        + " values (:id, gen_random_uuid(), cast(:sender as uuid), cast(:provider as uuid), 'nobody',"
                        + " 'requested', 'routine', array['shelter'], array[]::text[], false, false, false, 1, :now, :now,"
                        + " cast(:now as timestamptz) + interval '90 days', cast(:digest as bytea), false)")
                .setParameter("id", id)
                .setParameter("sender", sender == null ? null : sender.toString())
                .setParameter("provider", provider == null ? null : provider.toString())
                .setParameter("now", clock.instant())
                .setParameter("digest", id.toString().getBytes(StandardCharsets.US_ASCII))
                .executeUpdate();
        event(id, 1, null, "requested");
        return id;
    }

    /** One more event. */
    @Transactional
    public void event(UUID referral, int no, @Nullable String from, String to) {
        entities.createNativeQuery("insert into referral_event (referral_id, no, at, side, actor, kind, from_status,"
                        + " to_status) values (:id, :no, :now, 'admin', 'admin', 'moved', :from, :to)")
                .setParameter("id", referral)
                .setParameter("no", no)
                .setParameter("now", clock.instant())
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    /** Every secret of a webhook as it is stored, in hexadecimal. */
    @Transactional
    public String sealedSecrets() {
        return entities.createNativeQuery("select encode(sealed_secret, 'hex') from webhook")
                .getResultList()
                .toString();
    }

    /** Gives a webhook a URL that no one would get past the door today. */
    @Transactional
    public void rename(String webhook, String url) {
        entities.createNativeQuery("update webhook set url = :url where id = cast(:id as uuid)")
                .setParameter("url", url)
                .setParameter("id", webhook)
                .executeUpdate();
    }

    /** Lets the time go by for which someone has a message in hand. */
    @Transactional
    public void letGo(UUID delivery) {
        entities.createNativeQuery(
                        "update webhook_delivery set claimed_until = clock_timestamp() - interval '1 second' where id = :id")
                .setParameter("id", delivery)
                .executeUpdate();
    }
}
