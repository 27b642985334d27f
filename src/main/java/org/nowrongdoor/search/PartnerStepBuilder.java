package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.search.engine.PartnerServiceFinder;
import org.nowrongdoor.search.format.HitPresenter;
import org.nowrongdoor.search.model.NextStep;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.search.query.ServiceQuery;

/** The doors of partners: who can introduce to a service that wants an introduction, and who gives legal advice. */
@Singleton
class PartnerStepBuilder {

    static final String INTRODUCES = "introduces";
    static final String LEGAL_ADVICE = "legal_advice";

    private static final String GIVES_LEGAL_ADVICE = "gives_legal_advice";
    private static final String LEGAL = "legal.";
    private static final Set<String> INTRODUCED = Set.of("introduction", "partners_only");
    private static final int MOST_OF_EACH = 2;

    // 20: an organisation with more services is a large one, and any of them knows the others
    private static final int LOOKED_AT = 20;

    private final PartnerServiceFinder services;

    PartnerStepBuilder(PartnerServiceFinder services) {
        this.services = services;
    }

    static boolean isLegal(String code) {
        return code.startsWith(LEGAL);
    }

    /** A few doors of the partners of some services.
     *  @param isLegalAsked whether those who give legal advice are wanted */
    List<NextStep> of(List<StoredService> of, ServiceQuery query, boolean isLegalAsked, HitPresenter tone) {
        Deadline.check();
        var steps = new ArrayList<NextStep>();
        var introduced = of.stream()
                .filter(service -> INTRODUCED.contains(service.told().contactPreference()))
                .toList();
        steps.addAll(steps(introduced, INTRODUCES, INTRODUCES, query, service -> true, tone));
        if (isLegalAsked) {
            steps.addAll(steps(of, GIVES_LEGAL_ADVICE, LEGAL_ADVICE, query, PartnerStepBuilder::advises, tone));
        }
        return steps;
    }

    private List<NextStep> steps(
            List<StoredService> of,
            String relation,
            String why,
            ServiceQuery query,
            Predicate<StoredService> wanted,
            HitPresenter tone) {
        var partners = of.stream()
                .flatMap(service -> service.partners().stream())
                .filter(partner -> partner.relation().equals(relation))
                .map(StoredService.Partner::organizationId)
                .collect(Collectors.toSet());
        if (partners.isEmpty()) {
            return List.of();
        }
        var taken = new HashSet<UUID>();
        return services.find(partners, query, LOOKED_AT).stream()
                // Volunteers are asked one by one (decision Never-Mass-Routed).
                .filter(service -> wanted.test(service) && !ReferableServices.isMutualAid(service))
                // One of each partner.
                .filter(service -> service.service().organization() != null
                        && taken.add(service.service().organization().id()))
                .limit(MOST_OF_EACH)
                .flatMap(door -> of.stream()
                        .filter(service -> isPartner(service, relation, door))
                        .findFirst()
                        .map(service -> step(door, service, why, tone))
                        .stream())
                .toList();
    }

    private static boolean advises(StoredService service) {
        return service.needs().stream().anyMatch(PartnerStepBuilder::isLegal);
    }

    private static boolean isPartner(StoredService service, String relation, StoredService door) {
        var organization = door.service().organization();
        return organization != null
                && service.partners().stream()
                        .anyMatch(partner -> partner.relation().equals(relation)
                                && partner.organizationId().equals(organization.id()));
    }

    private static NextStep step(StoredService door, StoredService service, String why, HitPresenter tone) {
        var told = tone.told(door);
        return new NextStep(
                tone.disclosures(door),
                told == null ? List.of() : told.conditions(),
                told == null ? null : told.contactPreference(),
                new NextStep.Door(door.service().id(), tone.name(door), tone.phones(door), door.channels()),
                why,
                List.of(),
                new SearchPage.HitName(service.service().id(), tone.name(service)));
    }
}
