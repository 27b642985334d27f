package org.nowrongdoor.referral.answer;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.referral.ReferralTransitions;
import org.nowrongdoor.referral.person.AnswerTokens;
import org.nowrongdoor.referral.state.Referral;
import org.nowrongdoor.referral.state.ReferralReason;
import org.nowrongdoor.referral.state.ReferralState;
import org.nowrongdoor.referral.state.Referrals;
import org.nowrongdoor.referral.state.RefusalReason;
import org.nowrongdoor.referral.state.StateChange;
import org.nowrongdoor.search.ReferableServices;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.text.WireName;

/** What a provider without an account sees and says through its one-time link. Looking changes nothing, ever: mail
 *  scanners look. */
@Singleton
class AnswerHandler {

    private final Referrals referrals;
    private final ReferralTransitions desk;
    private final AnswerTokens links;
    private final ReferableServices doors;
    private final Clock clock;

    AnswerHandler(
            Referrals referrals, ReferralTransitions desk, AnswerTokens links, ReferableServices doors, Clock clock) {
        this.referrals = referrals;
        this.desk = desk;
        this.links = links;
        this.doors = doors;
        this.clock = clock;
    }

    /** What is asked, and whether it can still be answered.
     *  @throws ProblemException NOT_FOUND */
    @Transactional
    AnswerView look(String token, String lang) {
        return find(token).map(referral -> view(referral, lang)).orElseThrow(ReferralTransitions::noLink);
    }

    /** Answers, once.
     *  @throws ProblemException NOT_FOUND, ALREADY_DECIDED, LINK_EXPIRED, or UNPROCESSABLE without a reason to decline */
    void answer(
            String token, @Nullable String decision, @Nullable ReferralReason reason, @Nullable RefusalReason because) {
        desk.answer(links.digest(token), List.of(move(decision, reason, because)));
    }

    private static StateChange move(
            @Nullable String decision, @Nullable ReferralReason reason, @Nullable RefusalReason because) {
        if ("accept".equals(decision)) {
            return StateChange.to(ReferralState.ACCEPTED);
        }
        if (!"decline".equals(decision)) {
            throw fault("/decision", "decision must be accept or decline");
        }
        if (reason == null) {
            throw fault(
                    "/reason",
                    "reason is required to decline: one of "
                            + String.join(", ", WireName.listKebabCase(ReferralReason.values())));
        }
        return new StateChange(ReferralState.REJECTED, reason, null, null, because);
    }

    private static ProblemException fault(String pointer, String detail) {
        return ProblemException.of(ProblemKind.UNPROCESSABLE, detail, List.of(new Fault(pointer, detail)));
    }

    private Optional<Referral> find(String token) {
        return referrals.findByLink(links.digest(token));
    }

    private static List<String> regions(StoredService service) {
        return service.service().areas().stream()
                .map(HitService.Area::id)
                .filter(Objects::nonNull)
                .toList();
    }

    private AnswerView view(Referral referral, String lang) {
        var door = doors.find(referral.serviceId);
        var needs = Arrays.asList(referral.needs);
        return new AnswerView(
                referral.status,
                referral.linkUsedAt == null && referral.status.isWaiting() && !referral.isLinkExpired(clock.instant()),
                referral.introduction,
                door.map(found -> found.discreetName() == null ? found.service().name() : found.discreetName())
                        .orElse(""),
                needs.stream().map(code -> doors.label(code, lang)).toList(),
                referral.priority,
                referral.respondBy,
                door.map(AnswerHandler::regions).orElse(List.of()));
    }
}
