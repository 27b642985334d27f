package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.explain.LegalNote;
import org.nowrongdoor.eligibility.explain.LegalNoteFinder;
import org.nowrongdoor.eligibility.explain.Match;
import org.nowrongdoor.eligibility.explain.MatchBuilder;
import org.nowrongdoor.eligibility.explain.OpenQuestion;
import org.nowrongdoor.eligibility.explain.Questions;
import org.nowrongdoor.eligibility.explain.RelevantFacts;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.search.index.ClauseRegistry;
import org.nowrongdoor.search.model.CachedJson;
import org.nowrongdoor.search.model.DerivedValues;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.search.place.Where;

/** Explains to a client what the rules of the services on a page mean. */
@Singleton
class EligibilityExplainer {

    private static final DerivedValues.Key<ServiceTerms> TERMS = new DerivedValues.Key<>();
    private static final DerivedValues.Key<Map<Locale, ToNobody>> TO_NOBODY = new DerivedValues.Key<>();
    private static final DerivedValues.Key<CachedJson.Once> JSON = new DerivedValues.Key<>();

    /** What is said of a service when the client said nothing. */
    private record ToNobody(Match match, CachedJson.Once json) {}

    private final MatchBuilder explanation;
    private final RelevantFacts touchedFacts;
    private final LegalNoteFinder legalNotes = new LegalNoteFinder();

    EligibilityExplainer(RegionContainment regions) {
        explanation = new MatchBuilder(regions);
        touchedFacts = new RelevantFacts(regions);
    }

    Judge of(ClientProfile client, String lang) {
        return new Judge(client, Locale.forLanguageTag(lang));
    }

    /** Made once for as long as the service is kept. */
    private ServiceTerms terms(StoredService service) {
        return service.prepared().get(TERMS, () -> ClauseRegistry.terms(service.eligibility(), service.facts()));
    }

    /** One person, in one language. */
    final class Judge {

        private final ClientProfile client;
        private final Locale locale;

        private Judge(ClientProfile client, Locale locale) {
            this.client = client;
            this.locale = locale;
        }

        Match match(StoredService service) {
            return client.saysNothing() ? toNobody(service).match() : judged(service);
        }

        /** What of the service, and of the match where the client said nothing, is written once for all. */
        CachedJson written(StoredService service) {
            return new CachedJson(
                    service.prepared().get(JSON, CachedJson.Once::new),
                    client.saysNothing() ? toNobody(service).json() : null);
        }

        private ToNobody toNobody(StoredService service) {
            return service.prepared()
                    .get(TO_NOBODY, ConcurrentHashMap::new)
                    .computeIfAbsent(locale, said -> new ToNobody(judged(service), new CachedJson.Once()));
        }

        private Match judged(StoredService service) {
            return explanation.match(terms(service), client, locale);
        }

        SearchPage.NotEligible notEligible(StoredService service) {
            var failed = match(service).reasons().stream()
                    .filter(reason -> reason.outcome() == Kleene.FAILED)
                    .toList();
            var hit = service.service();
            return new SearchPage.NotEligible(new SearchPage.HitName(hit.id(), hit.name()), failed);
        }

        /** The facts that matter to what she said and that the service is silent about. */
        List<String> unknownFacts(StoredService service) {
            if (client.saysNothing()) {
                return List.of();
            }
            return touchedFacts.of(terms(service), client).stream()
                    .map(fact -> fact.code().code())
                    .toList();
        }

        /** What sources say of the law for her, there. */
        List<LegalNote> legalContext(@Nullable Where where) {
            return legalNotes.about(client, where == null ? null : where.onlyState(), locale);
        }

        List<OpenQuestion> questions(List<Match> page) {
            return Questions.over(page, locale);
        }
    }
}
