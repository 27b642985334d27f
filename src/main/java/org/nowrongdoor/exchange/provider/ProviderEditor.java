package org.nowrongdoor.exchange.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.caller.Reach;
import org.nowrongdoor.directory.ServiceViews;
import org.nowrongdoor.directory.verification.VerificationMethod;
import org.nowrongdoor.directory.verification.VerificationRole;
import org.nowrongdoor.directory.verification.VerificationView;
import org.nowrongdoor.exchange.edit.CapacityReport;
import org.nowrongdoor.exchange.edit.EditRequest;
import org.nowrongdoor.exchange.edit.EditResult;
import org.nowrongdoor.exchange.edit.RecordEditor;
import org.nowrongdoor.exchange.edit.VerificationWriter;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.http.record.RecordResponses;
import org.nowrongdoor.http.record.RenderedRecord;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.storage.ChangedEntity;

/** What a provider does to its own entry by its link. It takes effect at once; what decides who is sent to it, or where it
 *  is found, stays with the editors. */
@Singleton
class ProviderEditor {

    /** What a provider may change. A location policy may become stricter at once; a less strict one waits for an editor. */
    static final List<String> SAFE = List.of(
            "alternate_name",
            "description",
            "url",
            "additional_urls",
            "email",
            "phones",
            "schedules",
            "languages",
            "interpretation_services",
            "application_process",
            "fees_description",
            "required_documents",
            "wait_time",
            "alert",
            "eligibility_description",
            "accreditations",
            "licenses",
            "facts",
            "translations",
            "location_policy");

    private static final String POLICY = "location_policy";

    private static final Set<String> SAFE_FACTS = Set.of("contact_preference");

    private final InvitationRepository invitations;
    private final RecordEditor desk;
    private final ServiceViews services;
    private final RecordResponses answers;
    private final VerificationWriter verifications;
    private final Clock clock;

    // Six collaborators: a link is looked up, its entry shown and tagged, changed, checked, and stamped with the time.
    ProviderEditor(
            InvitationRepository invitations,
            RecordEditor desk,
            ServiceViews services,
            RecordResponses answers,
            VerificationWriter verifications,
            Clock clock) {
        this.verifications = verifications;
        this.answers = answers;
        this.invitations = invitations;
        this.desk = desk;
        this.services = services;
        this.clock = clock;
    }

    /** The entry that a link is for.
     *  @param version its entity tag */
    record Own(InvitationRepository.Held invitation, RenderedRecord service, String version) {}

    Own get(String token) {
        var held = invitations.get(token);
        var service = services.find(held.serviceId()).orElseThrow(ParameterProblems::absent);
        return new Own(held, service, answers.tagOf(service.body()));
    }

    /** Changes what a merge patch names.
     *  @return the members that wait for an editor; all others have taken effect
     *  @throws ProblemException UNPROCESSABLE naming what is not the provider's to change; then nothing has */
    List<String> patch(String token, @Nullable String ifMatch, ObjectNode patch) {
        var held = invitations.get(token);
        var faults = patch.properties().stream()
                .filter(member -> !SAFE.contains(member.getKey()))
                .map(member -> new Fault("/" + member.getKey(), "is for an editor to change; ask one"))
                .toList();
        var facts = patch.path("facts").properties().stream()
                .filter(member -> !SAFE_FACTS.contains(member.getKey()))
                .map(member -> new Fault("/facts/" + member.getKey(), "is for an editor to change; ask one"))
                .toList();
        refuse(faults);
        refuse(facts);
        if (patch.has("facts") && !patch.path("facts").isObject()) {
            refuse(List.of(new Fault("/facts", "must be an object with contact_preference alone")));
        }
        return apply(request(held, ifMatch), patch);
    }

    /** A less strict policy waits; what came with it does not. */
    private List<String> apply(EditRequest edit, ObjectNode patch) {
        if (!patch.has(POLICY) || !desk.isWaitedFor(edit, patch)) {
            var pending = desk.patch(edit, patch).pending();
            return pending == null ? List.of() : List.of(POLICY);
        }
        var rest = patch.deepCopy();
        rest.remove(POLICY);
        var waits = patch.deepCopy().retain(POLICY);
        if (rest.isEmpty()) {
            desk.patch(edit, waits);
        } else {
            desk.patch(edit, rest);
            desk.patch(new EditRequest(edit.entity(), edit.id(), "*", edit.actor(), edit.reach()), waits);
        }
        return List.of(POLICY);
    }

    /** Stores what the provider states of itself, on the entry as it was shown.
     *  @param patch of facts with their statements alone */
    void state(Own own, ObjectNode patch) {
        desk.patch(request(own.invitation(), own.version()), patch);
    }

    EditResult capacity(String token, CapacityReport report) {
        return desk.patch(request(invitations.get(token), null), report.patch(clock.instant()));
    }

    /** Notes that the provider has checked its entry as it is shown. */
    VerificationView verify(String token, @Nullable String ifMatch) {
        return verifications.write(
                request(invitations.get(token), ifMatch), VerificationMethod.LINK, VerificationRole.PROVIDER);
    }

    /** Takes the entry out of the directory for good, with every link to it. */
    void decline(String token) {
        var held = invitations.get(token);
        desk.decline(new EditRequest(ChangedEntity.SERVICE, held.serviceId(), "*", held.actor(), Reach.ACROSS));
    }

    // The link reaches one service, and of that no more than may be changed by its provider.
    private static EditRequest request(InvitationRepository.Held held, @Nullable String ifMatch) {
        var seen = Optional.ofNullable(ifMatch).orElse("*");
        return new EditRequest(ChangedEntity.SERVICE, held.serviceId(), seen, held.actor(), Reach.ACROSS);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.UNPROCESSABLE,
                    faults.get(0).pointer() + " " + faults.get(0).detail(),
                    faults);
        }
    }
}
