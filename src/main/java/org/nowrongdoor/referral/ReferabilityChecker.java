package org.nowrongdoor.referral;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.disclosure.DisclosureBuilder;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.directory.record.Status;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.explain.Match;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.search.ReferableServices;
import org.nowrongdoor.search.model.StoredService;

/** Whether someone may be sent through a door, and what has to be said first. */
@Singleton
class ReferabilityChecker {

    private static final Duration LONGEST_PATIENCE = Duration.ofDays(30);

    private final ReferableServices doors;
    private final Clock clock;

    ReferabilityChecker(ReferableServices doors, Clock clock) {
        this.doors = doors;
        this.clock = clock;
    }

    /** A door and what it says to one person. */
    record Checked(StoredService door, Match match) {}

    /** Looks at a door without holding anything against anybody.
     *  @throws ProblemException CLIENT_EMPTY when what was said of the client is nothing, UNPROCESSABLE when there is no
     *      such door, NOT_REFERABLE when no one is sent there */
    Checked look(UUID serviceId, @Nullable JsonNode client, String lang) {
        requireSomethingSaid(client);
        var door = doors.find(serviceId).orElseThrow(() -> fault("/service_id", "no service has this service_id"));
        requireReferable(door);
        return new Checked(door, doors.judge(door, client, lang));
    }

    /** What is told of a door before contact, and of its partners. */
    Preview.Told told(Checked checked, @Nullable JsonNode client, String lang) {
        return new Preview.Told(doors.told(checked.door, client, lang), doors.partners(checked.door, lang));
    }

    /** Lets a referral pass, or says everything that has to come first. */
    Checked require(NewReferral wanted) {
        requireKnown(wanted);
        var lang = Objects.requireNonNull(wanted.lang());
        var checked = look(wanted.serviceId(), wanted.client(), lang);
        requireAcknowledged(checked.door, Objects.requireNonNull(wanted.acknowledged()), lang);
        if (checked.match.verdict() == Verdict.NOT_ELIGIBLE && wanted.override() == null) {
            throw notEligible(checked, wanted, lang);
        }
        return checked;
    }

    /** By when an answer is due. */
    Instant respondBy(NewReferral wanted) {
        var now = clock.instant();
        return wanted.respondBy() == null
                ? now.plus(Objects.requireNonNull(wanted.priority()).patience)
                : wanted.respondBy().toInstant();
    }

    static boolean isMutualAid(StoredService door) {
        return ReferableServices.isMutualAid(door);
    }

    /** Whether the provider is asked before anybody is sent. */
    static boolean asksFirst(StoredService door) {
        return isMutualAid(door) || door.told().asksFirst();
    }

    static boolean isPart2(StoredService door) {
        return "yes".equals(fact(door, "part2_program"));
    }

    private static @Nullable String fact(StoredService door, String code) {
        var value = door.facts().get(code);
        return value == null ? null : value.asText();
    }

    /** Refuses codes of needs that no term has. */
    void requireKnown(List<String> needs) {
        var faults = doors.faultsIn(needs);
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemKind.UNPROCESSABLE, faults.get(0).detail(), faults);
        }
    }

    private void requireKnown(NewReferral wanted) {
        requireKnown(Objects.requireNonNull(wanted.needs()));
        var due = respondBy(wanted);
        var now = clock.instant();
        if (!due.isAfter(now) || due.isAfter(now.plus(LONGEST_PATIENCE))) {
            throw fault("/respond_by", "respond_by must be in the next 30 days");
        }
    }

    /** A tool that types the client wrongly sends an empty one, and someone whom a rule turns away would be sent there. */
    private static void requireSomethingSaid(@Nullable JsonNode client) {
        if (client != null && client.isObject() && isNothing(client)) {
            var detail = "client is present and says nothing; leave it out where nothing was said";
            throw ProblemException.of(ProblemKind.CLIENT_EMPTY, detail, List.of(new Fault("/client", detail)));
        }
    }

    /** Null, an object of nothing, or a list of nothing but such; an empty list says that there are none. */
    private static boolean isNothing(JsonNode said) {
        var mayBeNothing = said.isNull() || said.isObject() || (said.isArray() && !said.isEmpty());
        return mayBeNothing && StreamSupport.stream(said.spliterator(), false).allMatch(ReferabilityChecker::isNothing);
    }

    private static void requireReferable(StoredService door) {
        var service = door.service();
        if (!service.kind().answersHelp()) {
            throw ProblemException.of(
                    ProblemKind.NOT_REFERABLE,
                    "service_id must name a service, hotline or navigator. No one is sent to another kind of record.");
        }
        if (service.status() != Status.ACTIVE) {
            throw ProblemException.of(
                            ProblemKind.NOT_REFERABLE, "service_id names a service that is not active at the moment")
                    .with(Map.of("successors", service.successorIds()));
        }
    }

    private static void requireAcknowledged(StoredService door, List<String> acknowledged, String lang) {
        var missing = DisclosureBuilder.in(lang, door.disclosures()).stream()
                .filter(disclosure -> !acknowledged.contains(disclosure.code()))
                .toList();
        if (!missing.isEmpty()) {
            var faults = missing.stream()
                    .map(disclosure -> new Fault("/acknowledged", disclosure.code() + ": " + disclosure.text()))
                    .toList();
            throw ProblemException.of(
                            ProblemKind.DISCLOSURES_NOT_ACKNOWLEDGED,
                            "acknowledged must hold "
                                    + String.join(
                                            ", ",
                                            missing.stream()
                                                    .map(Disclosure::code)
                                                    .distinct()
                                                    .toList())
                                    + " once the person was told what stands in disclosures",
                            faults)
                    .with(Map.of("disclosures", missing));
        }
    }

    private ProblemException notEligible(Checked checked, NewReferral wanted, String lang) {
        var failed = checked.match.reasons().stream()
                .filter(reason -> reason.outcome() == Kleene.FAILED)
                .toList();
        var others = doors.others(checked.door, Objects.requireNonNull(wanted.needs()), wanted.client(), lang);
        return ProblemException.of(
                        ProblemKind.NOT_ELIGIBLE,
                        "a hard rule of the service is not met: see reasons. Choose one of the alternatives. Or"
                                + " say why in"
                                + " override.reason.")
                .with(Map.of("reasons", failed, "alternatives", others));
    }

    private static ProblemException fault(String pointer, String detail) {
        return ProblemException.of(ProblemKind.UNPROCESSABLE, detail, List.of(new Fault(pointer, detail)));
    }
}
