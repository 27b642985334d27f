package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.disclosure.BeforeContact;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.explain.Match;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.search.format.HitPresenter;
import org.nowrongdoor.search.index.ServiceDocumentBuilder;
import org.nowrongdoor.search.index.ServiceRowLoader;
import org.nowrongdoor.search.index.StoredServiceCache;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.NextStep;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchLimits;
import org.nowrongdoor.search.model.SearchRequest;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.search.query.ClientProfileReader;
import org.nowrongdoor.search.query.ServiceQuery;
import org.nowrongdoor.taxonomy.Terms;
import org.nowrongdoor.taxonomy.recognition.TermFinder;

/** One door at a time, shown and judged as a search does, for those who hand someone over.
 *  It is read from the store: a door that was closed a moment ago is closed. */
@Singleton
public class ReferableServices {

    private static final int MOST_OTHERS = 3;
    // More than are named, for those that are left out.
    private static final int LOOKED_AT = 10;
    private static final String MUTUAL_AID = "hr.mutual_aid";

    private final ServiceRowLoader reader;
    private final ServiceDocumentBuilder documents;
    private final StoredServiceCache services;
    private final SearchHandler search;
    private final ClientProfileReader clients;
    private final EligibilityExplainer judges;
    private final Terms terms;
    private final TermFinder finder;
    private final PartnerStepBuilder partners;

    ReferableServices(
            ServiceRowLoader reader,
            ServiceDocumentBuilder documents,
            StoredServiceCache services,
            SearchHandler search,
            ClientProfileReader clients,
            EligibilityExplainer judges,
            Terms terms,
            TermFinder finder,
            PartnerStepBuilder partners) {
        this.reader = reader;
        this.documents = documents;
        this.services = services;
        this.search = search;
        this.clients = clients;
        this.judges = judges;
        this.terms = terms;
        this.finder = finder;
        this.partners = partners;
    }

    /** The service with an id, as the index would store it. */
    @Transactional
    public Optional<StoredService> find(UUID id) {
        return reader.find(List.of(id)).stream().findFirst().map(rows -> services.read(documents.of(rows).stored));
    }

    /** Whether a person can go there, why, and what to ask. She is forgotten when this returns.
     *  @throws ProblemException naming every slip in what she said */
    public Match judge(StoredService door, @Nullable JsonNode client, String lang) {
        return judges.of(profile(client), lang).match(door);
    }

    private ClientProfile profile(@Nullable JsonNode client) {
        var faults = new RequestFaults();
        var profile = clients.read(client, faults);
        faults.throwIfAny();
        return profile;
    }

    /** What is told of a door before contact.
     *  @throws ProblemException naming every slip in what the client said */
    public BeforeContact told(StoredService door, @Nullable JsonNode client, String lang) {
        return judges.of(profile(client), lang).told(door);
    }

    /** Who can introduce to a door that wants an introduction, and who gives legal advice to its clients. */
    public List<NextStep> partners(StoredService door, String lang) {
        return partners.of(List.of(door), ServiceQuery.ANYTHING, true, HitPresenter.of(false, lang));
    }

    /** Whether volunteers stand behind a door, who are asked one by one and never named to many. */
    public static boolean isMutualAid(StoredService door) {
        return door.needs().contains(MUTUAL_AID);
    }

    /** At most three other doors for the same needs in the same area, for the same person if she is told. No mutual-aid
     *  group is among them: anyone who did not answer would send everybody on to it (decision Never-Mass-Routed). */
    public List<NextStep> others(StoredService door, List<String> needs, @Nullable JsonNode client, String lang) {
        var page = search.answer(question(door, needs.isEmpty() ? door.needs() : needs, client, lang));
        var hits = page.hits().stream()
                .map(hit -> new NextStep(
                        hit.disclosures(),
                        hit.conditions(),
                        hit.contactPreference(),
                        new NextStep.Door(
                                hit.service().id(),
                                hit.service().name(),
                                hit.service().phones(),
                                List.of()),
                        "alternative",
                        List.of()));
        return Stream.concat(hits, page.nextSteps().stream())
                .filter(other -> !other.service().id().equals(door.service().id()))
                .flatMap(other -> find(other.service().id())
                        .filter(found -> !isMutualAid(found))
                        .map(found -> withChannels(other, found.channels()))
                        .stream())
                .limit(MOST_OTHERS)
                .toList();
    }

    private static NextStep withChannels(NextStep other, List<String> channels) {
        var door = other.service();
        return new NextStep(
                other.disclosures(),
                other.conditions(),
                other.contactPreference(),
                new NextStep.Door(door.id(), door.name(), door.phones(), channels),
                other.why(),
                other.forWhom());
    }

    /** What is wrong with a list of needs: codes that no one knows. */
    public List<Fault> faultsIn(List<String> codes) {
        return codes.stream()
                .filter(code -> terms.tree().find(code).isEmpty())
                .map(code -> {
                    var near = finder.nearMisses(code);
                    return new Fault(
                            "/needs",
                            "needs holds a code that is not known"
                                    + (near.isEmpty() ? "" : ", perhaps " + String.join(", ", near))
                                    + ". GET /taxonomy_terms lists the codes.");
                })
                .toList();
    }

    /** What a need is called. */
    public String label(String code, String lang) {
        return terms.tree().label(code, lang);
    }

    private static SearchRequest question(
            StoredService door, List<String> needs, @Nullable JsonNode client, String lang) {
        var area = door.service().areas().stream()
                .map(HitService.Area::id)
                .filter(Objects::nonNull)
                .findFirst();
        return new SearchRequest(
                null,
                needs.stream().limit(SearchLimits.NEEDS).toList(),
                area.map(id -> new SearchRequest.Location(id, null, null, null, null, null))
                        .orElse(null),
                client,
                null,
                null,
                null,
                null,
                LOOKED_AT,
                null,
                List.of(),
                lang,
                null);
    }
}
