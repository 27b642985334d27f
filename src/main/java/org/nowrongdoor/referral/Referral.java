package org.nowrongdoor.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A referral in the store: between which doors it stands and how it goes, not who it is about. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Referral {

    @Id
    public UUID id;

    @Column(name = "service_id")
    public UUID serviceId;

    /** Who runs the service; null where the directory does not know. */
    @Column(name = "provider_organization_id")
    public @Nullable UUID providerOrganizationId;

    /** Whose key sent it; null for a key that belongs to no organisation. */
    @Column(name = "sender_organization_id")
    public @Nullable UUID senderOrganizationId;

    /** The id of the key that sent it, or {@code admin}. */
    @Column(name = "sent_by")
    public String sentBy;

    @Convert(converter = StateColumn.class)
    public ReferralState status;

    /** {@code routine} or {@code urgent}. */
    public String priority;

    /** Codes of terms. */
    public String[] needs;

    /** Codes of the disclosures that were read out. */
    public String[] acknowledged;

    /** Whether it was made although a hard rule is not met. */
    public boolean overridden;

    /** Whether the provider is asked first whether the person may be introduced. */
    public boolean introduction;

    /** Whether what is shown may not be disclosed again (42 CFR Part 2). */
    public boolean part2;

    @Column(name = "business_status")
    public @Nullable String businessStatus;

    @Column(name = "reason_code")
    public @Nullable String reasonCode;

    public @Nullable String outcome;

    /** The number of its last event. */
    @Column(name = "last_event")
    public int lastEvent;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    @Column(name = "respond_by")
    public Instant respondBy;

    @Column(name = "reminded_at")
    public @Nullable Instant remindedAt;

    @Column(name = "accepted_at")
    public @Nullable Instant acceptedAt;

    @Column(name = "ended_at")
    public @Nullable Instant endedAt;

    @Column(name = "code_digest")
    public byte[] codeDigest;

    @Column(name = "link_digest")
    public byte @Nullable [] linkDigest;

    @Column(name = "link_expires_at")
    public @Nullable Instant linkExpiresAt;

    /** When somebody decided through the link: it is read-only from then on. */
    @Column(name = "link_used_at")
    public @Nullable Instant linkUsedAt;
}
