package org.nowrongdoor.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.ClauseDictionary;
import org.nowrongdoor.eligibility.Clauses;
import org.nowrongdoor.eligibility.ClientProfile;
import org.nowrongdoor.eligibility.ClientReader;
import org.nowrongdoor.eligibility.Explanation;
import org.nowrongdoor.eligibility.FactCode;
import org.nowrongdoor.eligibility.Kleene;
import org.nowrongdoor.eligibility.LegalNote;
import org.nowrongdoor.eligibility.LegalNotes;
import org.nowrongdoor.eligibility.Match;
import org.nowrongdoor.eligibility.OpenQuestion;
import org.nowrongdoor.eligibility.Questions;
import org.nowrongdoor.eligibility.RuleJson;
import org.nowrongdoor.eligibility.ServiceTerms;
import org.nowrongdoor.eligibility.TouchedFacts;

/** Puts the rules of services to a person: as a filter over the whole index, and in words over a page. */
@Singleton
class Judges {

    /** The name under which {@code left_out} counts those who cannot take her. */
    static final String ELIGIBILITY = "eligibility";

    private static final Prepared.Key<ServiceTerms> TERMS = new Prepared.Key<>();
    private static final Prepared.Key<Map<Locale, ToNobody>> TO_NOBODY = new Prepared.Key<>();
    private static final Prepared.Key<Written.Once> JSON = new Prepared.Key<>();

    /** What is said of a service when nobody said anything of herself. */
    private record ToNobody(Match match, Written.Once json) {}

    private final ClauseDictionary dictionary;
    private final ClientReader clients;
    private final Explanation explanation;
    private final TouchedFacts touchedFacts;
    private final LegalNotes legalNotes = new LegalNotes();

    Judges(RegionsForRules regions) {
        dictionary = new ClauseDictionary(regions);
        clients = new ClientReader(regions);
        explanation = new Explanation(regions);
        touchedFacts = new TouchedFacts(regions);
    }

    ClientProfile read(@Nullable JsonNode client, Faults faults) {
        if (client == null) {
            return ClientProfile.EMPTY;
        }
        var reading = clients.read(client, "/client");
        reading.faults().forEach(fault -> faults.add(fault.pointer(), fault.detail()));
        return reading.profile();
    }

    /** The keys of a rule's clauses, which from now on every person is put to. */
    List<String> learn(@Nullable JsonNode rule, Map<String, JsonNode> facts) {
        var clauses = Clauses.of(terms(rule, facts));
        dictionary.learn(clauses);
        return clauses.stream().map(clause -> clause.key()).toList();
    }

    /** Removes whoever cannot take her; null when she said nothing. */
    @Nullable Filter filter(ClientProfile client) {
        return client.saysNothing() ? null : new Eligibility(carryingAny(Set.copyOf(dictionary.failed(client))));
    }

    Judge of(ClientProfile client, String lang) {
        return new Judge(client, Locale.forLanguageTag(lang));
    }

    /** Made once for as long as the service is kept. */
    private ServiceTerms terms(StoredService service) {
        return service.prepared().get(TERMS, () -> terms(service.eligibility(), service.facts()));
    }

    private static ServiceTerms terms(@Nullable JsonNode rule, Map<String, JsonNode> facts) {
        Map<FactCode, String> known = new EnumMap<>(FactCode.class);
        facts.forEach((code, value) -> FactCode.find(code).ifPresent(fact -> known.put(fact, value.asText())));
        return new ServiceTerms(rule == null || rule.isNull() ? null : RuleJson.read(rule), known);
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

        /** What of the service, and of the match where nobody said anything, is written once for all. */
        Written written(StoredService service) {
            return new Written(
                    service.prepared().get(JSON, Written.Once::new),
                    client.saysNothing() ? toNobody(service).json() : null);
        }

        private ToNobody toNobody(StoredService service) {
            return service.prepared()
                    .get(TO_NOBODY, ConcurrentHashMap::new)
                    .computeIfAbsent(locale, said -> new ToNobody(judged(service), new Written.Once()));
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

    /** @param failed keys of the clauses that she fails */
    private Mark carryingAny(Set<String> failed) {
        if (failed.isEmpty()) {
            return Mark.NONE;
        }
        return Mark.found(f -> f.extension()
                .ifSupported(
                        LuceneExtension.get(), lucene -> lucene.fromLuceneQuery(new CarriesAny(Fields.CLAUSES, failed)))
                .orElse(other -> other.terms().field(Fields.CLAUSES).matchingAny(failed)));
    }

    /** @param failing the services with a clause that she fails */
    private record Eligibility(Mark failing) implements Filter {

        @Override
        public String by() {
            return ELIGIBILITY;
        }

        /** Nobody has to meet a rule for certain: one that may still be met stays open. */
        @Override
        public Mark certain() {
            return Mark.NONE;
        }

        @Override
        public boolean isUnknownFor(StoredService service) {
            return false;
        }
    }
}
