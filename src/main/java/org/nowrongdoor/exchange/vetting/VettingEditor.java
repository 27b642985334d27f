package org.nowrongdoor.exchange.vetting;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.access.audit.AuditLog;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.directory.vetting.ReviewCode;
import org.nowrongdoor.directory.vetting.VettingReader;
import org.nowrongdoor.directory.vetting.VettingView;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** What those who vet do to the file of an organisation, and what its provider replies. */
@Singleton
public class VettingEditor {

    // 20 vetters of 8 questions, 5 concerns of each and 50 of all: more than any reader of a file takes in
    private static final int MOST_VETTERS = 20;
    private static final int MOST_OF_A_VETTER = 5;
    private static final int MOST = 50;

    private static final String CONCERN = "concern";
    private static final String ENGLISH = "en";

    private final VettingEditRepository stored;
    private final VettingReader files;
    private final AuditLog audit;
    private final Caller caller;
    private final Clock clock;

    // Five collaborators: a file is changed for its caller, noted, stamped with the day, and shown.
    VettingEditor(VettingEditRepository stored, VettingReader files, AuditLog audit, Caller caller, Clock clock) {
        this.stored = stored;
        this.files = files;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Adds answers and concerns of the caller.
     *  @throws ProblemException CONFLICT when the file holds as much as anyone reads */
    @Transactional
    VettingView add(UUID organization, NewVetting given) {
        hold(organization);
        var vetting = VettingChecker.checked(given, today());
        var vetter = caller.organizationId();
        bound(organization, vetting, vetter);
        for (var answer : vetting.answers()) {
            if (answer.value() == null) {
                stored.removeAnswer(organization, vetter, answer);
            } else {
                stored.putAnswer(organization, vetter, answer, today());
            }
        }
        vetting.concerns().forEach(concern -> stored.addConcern(organization, vetter, concern, today()));
        audit.record("vet", "organization", organization.toString());
        return seenByVetters(organization);
    }

    private void bound(UUID organization, NewVetting vetting, @Nullable UUID vetter) {
        if (!vetting.answers().isEmpty() && stored.countOtherVetters(organization, vetter) >= MOST_VETTERS) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "answers of " + MOST_VETTERS + " organizations stand in this file; more are not taken");
        }
        var more = vetting.concerns().size();
        if (more == 0) {
            return;
        }
        var own = stored.countConcernsOf(organization, vetter);
        if (own + more > MOST_OF_A_VETTER || stored.countConcerns(organization) + more > MOST) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "one organization files at most " + MOST_OF_A_VETTER + " concerns, and all of them " + MOST
                            + ". You have " + own + ". Delete one first");
        }
    }

    /** Puts what the caller finds of a concern. */
    @Transactional
    VettingView review(UUID organization, UUID concern, ReviewCode decision) {
        hold(organization);
        if (!stored.isConcern(organization, concern)) {
            throw ParameterProblems.absent(CONCERN, concern);
        }
        stored.putReview(concern, caller.organizationId(), decision, today());
        audit.record(decision.wire(), CONCERN, concern.toString());
        return seenByVetters(organization);
    }

    /** Deletes a concern that the caller filed; a key without organisation deletes any. */
    @Transactional
    void remove(UUID organization, UUID concern) {
        hold(organization);
        if (!stored.removeConcern(organization, concern, caller.organizationId())) {
            throw ParameterProblems.absent(CONCERN, concern);
        }
        audit.record("delete", CONCERN, concern.toString());
    }

    /** The file of the organisation of a service, as its provider sees it. */
    @Transactional
    public VettingView ownFile(UUID service, String lang) {
        return files.get(organizationOf(service), VettingReader.Side.PROVIDER, lang);
    }

    /** Puts the reply of a provider, or takes it back.
     *  @param service one that its link is for
     *  @param actor who is named in the audit
     *  @throws ProblemException NOT_FOUND for a concern that is not its organisation's, and for one that waits for a
     *      second */
    @Transactional
    public VettingView reply(UUID organization, UUID concern, UUID service, String actor, @Nullable String text) {
        if (!organization.equals(organizationOf(service))) {
            throw ParameterProblems.absent(CONCERN, concern);
        }
        stored.lock(organization);
        var kept = text == null ? null : VettingChecker.checkedReply(text);
        if (!stored.reply(organization, concern, kept, today())) {
            throw ParameterProblems.absent(CONCERN, concern);
        }
        audit.record(actor, "reply", CONCERN, concern.toString());
        return files.get(organization, VettingReader.Side.PROVIDER, ENGLISH);
    }

    private UUID organizationOf(UUID service) {
        return stored.findOrganization(service)
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.NOT_FOUND, "this service has no organization, and so no vetting file"));
    }

    /** Waits for the file of another's organisation and holds it. */
    private void hold(UUID organization) {
        if (organization.equals(caller.organizationId())) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "an organization does not vet itself: it replies by its link (POST .../reply)");
        }
        if (!stored.lock(organization)) {
            throw ParameterProblems.absent("organization", organization);
        }
    }

    private VettingView seenByVetters(UUID organization) {
        return files.get(organization, VettingReader.Side.VETTER, ENGLISH);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
