package org.nowrongdoor.search;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.disclosure.BeforeContact;
import org.nowrongdoor.directory.disclosure.BeforeContactBuilder;
import org.nowrongdoor.directory.law.LegalNoteFinder;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.eligibility.evaluate.ClientProfile;
import org.nowrongdoor.eligibility.evaluate.ServiceTerms;
import org.nowrongdoor.eligibility.explain.Conflict;
import org.nowrongdoor.eligibility.explain.ConflictFinder;
import org.nowrongdoor.eligibility.explain.LegalNote;
import org.nowrongdoor.eligibility.explain.Match;
import org.nowrongdoor.eligibility.explain.MatchBuilder;
import org.nowrongdoor.eligibility.explain.OpenQuestion;
import org.nowrongdoor.eligibility.explain.ProviderQuestions;
import org.nowrongdoor.eligibility.explain.Questions;
import org.nowrongdoor.eligibility.explain.RelevantFacts;
import org.nowrongdoor.eligibility.rule.Catalogue;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.eligibility.rule.FactEntry;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;
import org.nowrongdoor.problem.Deadline;
import org.nowrongdoor.search.index.ClauseRegistry;
import org.nowrongdoor.search.model.CachedJson;
import org.nowrongdoor.search.model.DerivedValues;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.search.place.SearchedPlace;

/** Explains to a client what the rules of the services on a page mean. */
@Singleton
class EligibilityExplainer {

    private static final List<String> CONDITIONS = Catalogue.facts().stream()
            .filter(fact -> fact.values().containsKey(FactCode.NONE_DECLARED))
            .map(FactEntry::code)
            .toList();

    private static final DerivedValues.Key<ServiceTerms> TERMS = new DerivedValues.Key<>();
    private static final DerivedValues.Key<Map<Locale, ToNobody>> TO_NOBODY = new DerivedValues.Key<>();
    private static final DerivedValues.Key<Map<Locale, CachedJson.Once>> JSON = new DerivedValues.Key<>();

    /** What is said of a service when the client said nothing. */
    private record ToNobody(Match match, BeforeContact told, CachedJson.Once json) {}

    private final MatchBuilder explanation;
    private final RelevantFacts touchedFacts;
    private final ConflictFinder conflicts;
    private final LegalNoteFinder legalNotes;

    EligibilityExplainer(RegionContainment regions, LegalNoteFinder legalNotes) {
        this.legalNotes = legalNotes;
        explanation = new MatchBuilder(regions);
        touchedFacts = new RelevantFacts(regions);
        conflicts = new ConflictFinder(regions);
    }

    Judge of(ClientProfile client, String lang) {
        return of(client, Locale.forLanguageTag(lang));
    }

    Judge of(ClientProfile client, Locale locale) {
        return new Judge(client, locale);
    }

    /** Made once for as long as the service is kept. */
    private ServiceTerms terms(StoredService service) {
        return service.prepared().get(TERMS, () -> ClauseRegistry.terms(service.eligibility(), service.facts()));
    }

    private static boolean isSilentOnReporting(StoredService service) {
        var code = FactCode.MANDATED_REPORTER.code();
        return !service.facts().containsKey(code)
                && service.disclosures().stream().noneMatch(d -> d.code().equals(code));
    }

    private static boolean isSilentOnConditions(StoredService service) {
        return service.service().kind() == Kind.SERVICE
                && service.told().conditions().isEmpty()
                && Collections.disjoint(service.facts().keySet(), CONDITIONS);
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
                    service.prepared()
                            .get(JSON, ConcurrentHashMap::new)
                            .computeIfAbsent(locale, said -> new CachedJson.Once()),
                    client.saysNothing() ? toNobody(service).json() : null);
        }

        private ToNobody toNobody(StoredService service) {
            return service.prepared()
                    .get(TO_NOBODY, ConcurrentHashMap::new)
                    .computeIfAbsent(
                            locale,
                            said -> new ToNobody(
                                    judged(service),
                                    BeforeContactBuilder.in(said.toLanguageTag(), service.told(), code -> 0),
                                    new CachedJson.Once()));
        }

        private Match judged(StoredService service) {
            Deadline.check();
            var match = explanation.match(terms(service), client, locale, service.eligibilityDescription());
            return client.saysNothing() ? match : asked(service, conflicts.told(match, conflicts(service), locale));
        }

        private List<Conflict> conflicts(StoredService service) {
            return conflicts.find(service.told().demands(), client, locale);
        }

        /** What the provider is asked beyond its rule: a minor hears first of duties to report. */
        private Match asked(StoredService service, Match match) {
            var asked = isSilentOnConditions(service) ? ProviderQuestions.withConditions(match, locale) : match;
            return ProviderQuestions.isPerhapsMinor(client) && isSilentOnReporting(service)
                    ? ProviderQuestions.withReporting(asked, locale)
                    : asked;
        }

        /** What is told before contact, what matters most to the client first. */
        BeforeContact told(StoredService service) {
            if (client.saysNothing()) {
                return toNobody(service).told();
            }
            var contradicted = conflicts(service).stream().map(Conflict::code).toList();
            return BeforeContactBuilder.in(
                    locale.toLanguageTag(),
                    service.told(),
                    code -> contradicted.contains(code)
                            ? 0
                            : touchedFacts.matters(FactCode.find(code).orElseThrow(), client) ? 1 : 2);
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

        /** What sources say of the law for the client, there.
         *  @param needs codes of what is asked for */
        List<LegalNote> legalContext(@Nullable SearchedPlace where, List<String> needs) {
            return legalNotes.about(client, where == null ? null : where.onlyState(), needs, locale);
        }

        List<OpenQuestion> questions(List<Match> page) {
            return Questions.over(page, locale);
        }
    }
}
