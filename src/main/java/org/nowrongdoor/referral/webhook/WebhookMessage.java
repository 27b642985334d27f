package org.nowrongdoor.referral.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a subscriber is told: that a referral moved, and nothing of whom it is about.
 *  @param timestamp when it happened */
@Schema(name = "WebhookEvent")
public record WebhookMessage(String type, Instant timestamp, Data data) {

    /** The only kind there is. */
    static final String UPDATED = "referral.updated";

    /** Which referral, from which state to which.
     *  @param id the referral
     *  @param from null for its first event
     *  @param no the number of the event, from 1, without a gap within a referral
     *  @param kind {@code moved reminded consent-withdrawn person-data-destroyed} */
    @Schema(name = "WebhookEventData")
    public record Data(UUID id, @Nullable String from, String to, int no, String kind) {}

    /** The message of a delivery called d. */
    static WebhookMessage of(ResultSet row) throws SQLException {
        return new WebhookMessage(
                UPDATED,
                row.getTimestamp("happened_at").toInstant(),
                new Data(
                        row.getObject("referral_id", UUID.class),
                        row.getString("from_status"),
                        row.getString("to_status"),
                        row.getInt("event_no"),
                        row.getString("kind")));
    }
}
