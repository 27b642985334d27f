package org.nowrongdoor.referral.state;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that happened to a referral; written with it in one transaction, never changed. */
@Entity
@Table(name = "referral_event")
@SuppressWarnings("NullAway.Init")
public class ReferralEvent {

    /** Orders events over all referrals roughly; of one referral, {@link #no} does exactly. */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long seq;

    @Column(name = "referral_id")
    public UUID referralId;

    /** From 1, without a gap. */
    public int no;

    public Instant at;

    /** {@code sender provider link admin clock}. */
    public String side;

    /** The id of a key, {@code admin}, {@code link} or {@code clock}; not shown to the other side. */
    public String actor;

    /** {@code moved reminded consent-withdrawn person-data-destroyed}. */
    public String kind;

    @Convert(converter = ReferralStateConverter.class)
    @Column(name = "from_status")
    public @Nullable ReferralState fromStatus;

    @Convert(converter = ReferralStateConverter.class)
    @Column(name = "to_status")
    public ReferralState toStatus;

    @Column(name = "reason_code")
    public @Nullable String reasonCode;

    /** What a refusal comes from, as {@link RefusalReason} writes it. */
    public @Nullable String because;

    public @Nullable String outcome;

    @Column(name = "business_status")
    public @Nullable String businessStatus;

    /** Doors to try instead; only where no one answered. */
    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable List<Alternative> alternatives;
}
