package org.nowrongdoor.referral;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.http.record.Page;
import org.nowrongdoor.http.record.PageParameters;
import org.nowrongdoor.referral.ReferralView.PersonView;
import org.nowrongdoor.referral.person.PersonVault;
import org.nowrongdoor.referral.state.Party;
import org.nowrongdoor.referral.state.Referral;
import org.nowrongdoor.referral.state.ReferralFilter;
import org.nowrongdoor.referral.state.ReferralParameters;
import org.nowrongdoor.referral.state.ReferralState;
import org.nowrongdoor.referral.state.Referrals;
import org.nowrongdoor.referral.state.Viewer;

/** Shows referrals to those they belong to; details about a person only to the two organisations between which she is
 *  handed over, and never without a trace. */
@Singleton
class ReferralViews {

    private final Referrals referrals;
    private final PersonVault vault;
    private final AuditLog audit;
    private final ObjectMapper mapper;
    private final Clock clock;

    ReferralViews(Referrals referrals, PersonVault vault, AuditLog audit, ObjectMapper mapper, Clock clock) {
        this.referrals = referrals;
        this.vault = vault;
        this.audit = audit;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** One referral, with the person where the viewer may know her. */
    @Transactional
    ReferralView get(UUID id, Viewer viewer) {
        var referral = referrals.get(id, viewer);
        var person = mayKnow(viewer, referral) ? person(id) : null;
        if (person != null) {
            audit.record("read", "person", id.toString());
        }
        return ReferralView.of(referral, moves(referral, viewer), person);
    }

    /** One referral without anybody in it. */
    ReferralView bare(Referral referral, Viewer viewer) {
        return ReferralView.of(referral, moves(referral, viewer), null);
    }

    @Transactional
    Page list(ReferralParameters asked, Viewer viewer) {
        var filter = ReferralFilter.of(asked);
        var paging = PageParameters.of(asked);
        var contents = referrals.list(filter, viewer, paging.slice()).stream()
                .map(referral -> mapper.<ObjectNode>valueToTree(bare(referral, viewer)))
                .toList();
        return Page.of(referrals.count(filter, viewer), paging, contents);
    }

    @Transactional
    List<EventView> events(UUID id, Viewer viewer) {
        var referral = referrals.get(id, viewer);
        var own = viewer.sides(referral).stream().map(Party::wire).toList();
        return referrals.events(id).stream()
                .map(event -> EventView.of(event, viewer.isOperator() || own.contains(event.side)))
                .toList();
    }

    private List<ReferralState> moves(Referral referral, Viewer viewer) {
        return viewer.sides(referral).stream()
                .flatMap(side -> referral.movesOf(side, clock.instant()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    // The operator knows that there is a referral, not who it is about. A provider that was not asked yet, or that is
    // out of it again, has nothing to do with her either.
    private static boolean mayKnow(Viewer viewer, Referral referral) {
        if (viewer.isSender(referral)) {
            return true;
        }
        return viewer.isProvider(referral)
                && switch (referral.status) {
                    case REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS, ON_HOLD, COMPLETED, FAILED -> true;
                    case DRAFT, REJECTED, CANCELLED, ENTERED_IN_ERROR -> false;
                };
    }

    private @Nullable PersonView person(UUID id) {
        return vault.open(id, clock.instant())
                .map(file -> PersonView.of(file, vault.expiry(id).orElseThrow()))
                .orElse(null);
    }
}
