package org.nowrongdoor.referral.state;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** A referral in the store: between which doors it stands and how it goes, not who it is about. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Referral {

    // A day: an acceptance that was given in haste can be taken back without a call.
    private static final Duration TAKE_BACK = Duration.ofHours(24);

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

    @Convert(converter = ReferralStateConverter.class)
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

    /** When someone decided through the link: it is read-only from then on. */
    @Column(name = "link_used_at")
    public @Nullable Instant linkUsedAt;

    /** Whether the link went to the provider, and so was not told to the sender. */
    @Column(name = "link_mailed")
    public boolean linkMailed;

    /** Where a side may move it at a time. */
    public List<ReferralState> movesOf(Party side, Instant now) {
        return legal(now).stream().filter(to -> side.may(status, to)).toList();
    }

    private List<ReferralState> legal(Instant now) {
        return status.moves().stream()
                .filter(to -> to != ReferralState.RECEIVED || status != ReferralState.ACCEPTED || mayBeTakenBack(now))
                .toList();
    }

    private boolean mayBeTakenBack(Instant now) {
        return acceptedAt != null && now.isBefore(acceptedAt.plus(TAKE_BACK));
    }

    /** Takes a step, or none at all.
     *  @return what is to be written down about it
     *  @throws ProblemException ILLEGAL_TRANSITION naming the legal moves, FORBIDDEN when it is another side's,
     *      UNPROCESSABLE when it lacks its reason or outcome */
    public ReferralEvent move(StateChange move, Actor by, Instant now) {
        if (!legal(now).contains(move.to())) {
            throw illegal(move.to(), by.side(), now);
        }
        if (!by.side().may(status, move.to())) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "from " + status.wire() + " to " + move.to().wire() + " is for the other side to move; yours: "
                            + names(movesOf(by.side(), now)));
        }
        move.requireComplete();
        var from = status;
        take(move, now);
        var event = event("moved", by, now);
        event.fromStatus = from;
        event.reasonCode = reasonCode;
        event.because = move.because() == null ? null : move.because().wire();
        event.outcome = outcome;
        event.businessStatus = businessStatus;
        return event;
    }

    private void take(StateChange move, Instant now) {
        if (status == ReferralState.ACCEPTED && move.to() == ReferralState.RECEIVED) {
            var again = now.plus(Priority.get(priority).patience);
            respondBy = respondBy.isAfter(again) ? respondBy : again;
            remindedAt = null;
        }
        status = move.to();
        reasonCode = move.reason() == null ? null : move.reason().wire();
        outcome = move.outcome() == null ? null : move.outcome().wire();
        businessStatus =
                move.businessStatus() == null ? null : move.businessStatus().wire();
        acceptedAt = status == ReferralState.ACCEPTED ? now : status == ReferralState.RECEIVED ? null : acceptedAt;
        endedAt = status.isEnd() ? now : null;
        updatedAt = now;
    }

    /** Ends it, unless it is over, because the person withdrew.
     *  @return what is to be written down about it */
    public ReferralEvent withdraw(Actor by, Instant now) {
        var from = status;
        if (!status.isEnd()) {
            var to = status == ReferralState.DRAFT ? ReferralState.ENTERED_IN_ERROR : ReferralState.CANCELLED;
            take(StateChange.to(to, ReferralReason.CONSENT_WITHDRAWN), now);
        }
        businessStatus = null;
        var event = event("consent-withdrawn", by, now);
        event.fromStatus = from;
        event.reasonCode = ReferralReason.CONSENT_WITHDRAWN.wire();
        return event;
    }

    public boolean isLinkExpired(Instant now) {
        return linkExpiresAt == null || !now.isBefore(linkExpiresAt);
    }

    /** The next event; its asker writes it in the same transaction. */
    public ReferralEvent event(String kind, Actor by, Instant now) {
        lastEvent++;
        var event = new ReferralEvent();
        event.referralId = id;
        event.no = lastEvent;
        event.at = now;
        event.side = by.side().wire();
        event.actor = by.actor();
        event.kind = kind;
        event.toStatus = status;
        return event;
    }

    /** How it is said that someone came too late, or asked for what cannot be. */
    public ProblemException illegal(ReferralState to, Party side, Instant now) {
        var legal = movesOf(side, now);
        return ProblemException.of(
                        ProblemKind.ILLEGAL_TRANSITION,
                        legal.isEmpty()
                                ? "nothing follows " + status.wire() + "; to was " + to.wire()
                                : "after " + status.wire() + " to must be one of " + names(legal) + ", was "
                                        + to.wire())
                .with(Map.of(
                        "from",
                        status.wire(),
                        "legal",
                        legal.stream().map(ReferralState::wire).toList()));
    }

    private static String names(List<ReferralState> states) {
        return states.isEmpty()
                ? "none"
                : states.stream().map(ReferralState::wire).collect(Collectors.joining(", "));
    }
}
