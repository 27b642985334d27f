package org.nowrongdoor.search.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hibernate.search.engine.spatial.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Attribute;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.record.OrganizationRecord;
import org.nowrongdoor.directory.record.ServiceArea;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.search.model.DerivedValues;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.taxonomy.Terms;

/** Makes the documents of the index out of the rows of the store. */
@Singleton
public class ServiceDocumentBuilder {

    private final ObjectMapper mapper;
    private final Regions regions;
    private final SiteRegions places;
    private final Terms terms;
    private final HitServiceBuilder hits;
    private final HourIndex hours;
    private final ClauseRegistry clauses;

    ServiceDocumentBuilder(
            ObjectMapper mapper,
            Regions regions,
            SiteRegions places,
            Terms terms,
            HitServiceBuilder hits,
            HourIndex hours,
            ClauseRegistry clauses) {
        this.mapper = mapper;
        this.regions = regions;
        this.places = places;
        this.terms = terms;
        this.hits = hits;
        this.hours = hours;
        this.clauses = clauses;
    }

    public ServiceDocument of(ServiceRows rows) {
        var record = rows.service().body;
        var owner = rows.organization() == null ? null : rows.organization().body;
        var places = publicPlaces(rows);
        var document = new ServiceDocument();
        document.id = rows.service().id.toString();
        document.order = IndexFields.order(document.id);
        document.orderLow = rows.service().id.getLeastSignificantBits();
        describe(document, record, owner);
        place(document, record, places);
        var stored = store(rows, places, document);
        document.facts = factTokens(stored.facts());
        var kept = hours.kept(stored.schedules(), stored.zone());
        document.hours = kept.tokens();
        document.spans = kept.spans();
        document.verified =
                stored.verifiedOn() == null ? null : stored.verifiedOn().toEpochDay();
        document.kind = wire(rows.service().kind);
        document.status = wire(rows.service().status);
        document.organization = Objects.toString(rows.service().organizationId, null);
        document.stored = json(stored);
        var door = NextStepRank.of(document);
        document.door = door == null ? null : (long) door.packed();
        return document;
    }

    /** Learns the rules of documents that are in the index already. */
    void learn(ServiceRowLoader.StoredRule stored) {
        try {
            Map<String, JsonNode> facts = stored.transInclusive() == null
                    ? Map.of()
                    : Map.of("trans_inclusive", TextNode.valueOf(stored.transInclusive()));
            clauses.learn(mapper.readTree(stored.rule()), facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored rule cannot be read", e);
        }
    }

    private static List<Location> publicPlaces(ServiceRows rows) {
        if (rows.service().locationPolicy != LocationPolicy.PUBLIC) {
            return List.of();
        }
        return rows.locations().stream()
                .filter(l -> l.locationPolicy == LocationPolicy.PUBLIC)
                .toList();
    }

    private void describe(ServiceDocument document, ServiceRecord record, @Nullable OrganizationRecord owner) {
        var names = new ArrayList<String>(namesOf(record));
        var own = new ArrayList<String>(names);
        if (owner != null) {
            names.addAll(namesOf(owner));
        }
        document.names = Stream.concat(names.stream(), names.stream().flatMap(NameKey::joined))
                .toList();
        // A buyer programme is not found by the name of the organisation that also helps the people it is about.
        document.ownNames = (record.kind() == null || record.kind().answersHelp() ? names : own)
                .stream().map(NameKey::of).distinct().toList();
        document.needs = needs(record);
        var labels = labels(document.needs, "en");
        var labelsEs = labels(document.needs, "es");
        var prose = Stream.of(
                        record.description(),
                        record.eligibilityDescription(),
                        record.alert(),
                        record.applicationProcess(),
                        owner == null ? null : owner.description())
                .filter(Objects::nonNull)
                .toList();
        document.namesOrNeeds = joined(List.of(document.names, labels));
        document.namesOrNeedsEs = joined(List.of(document.names, labelsEs));
        document.text = joined(List.of(document.namesOrNeeds, prose));
        document.textEs = joined(List.of(document.namesOrNeedsEs, prose));
        document.words = joined(List.of(document.names, labels, labelsEs, prose));
    }

    private void place(ServiceDocument document, ServiceRecord record, List<Location> sites) {
        document.areas = record.serviceAreas().stream()
                .map(ServiceArea::extent)
                .filter(Objects::nonNull)
                .filter(id -> regions.find(id).isPresent())
                .distinct()
                .toList();
        document.areasWithin = withAncestors(document.areas.stream());
        var points = sites.stream()
                .filter(l -> l.latitude != null && l.longitude != null)
                .toList();
        document.sites = points.stream()
                .map(l -> GeoPoint.of(Objects.requireNonNull(l.latitude), Objects.requireNonNull(l.longitude)))
                .toList();
        document.siteRegions = withAncestors(points.stream().flatMap(places::regionsOf));
    }

    private List<String> withAncestors(Stream<String> ids) {
        return ids.flatMap(id -> regions.covering(id).stream()).distinct().toList();
    }

    private StoredService store(ServiceRows rows, List<Location> places, ServiceDocument document) {
        var record = rows.service().body;
        var hit = hits.of(rows, places);
        document.languages = LanguageTokens.of(hit);
        document.channels = Channels.of(hit);
        var facts = knownFacts(record);
        document.clauses = clauses.learn(record.eligibility(), facts);
        return new StoredService(
                hit,
                record.disclosures(),
                document.needs,
                document.channels,
                record.eligibility(),
                facts,
                record.schedules(),
                zone(document),
                record.assuredDate(),
                record.capacity(),
                record.discreetName(),
                new DerivedValues());
    }

    private @Nullable String zone(ServiceDocument document) {
        return Stream.concat(document.siteRegions.stream(), document.areas.stream())
                .flatMap(id -> regions.find(id).stream())
                .map(region -> region.timeZone())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<String> labels(List<String> codes, String lang) {
        var tree = terms.tree();
        return codes.stream().map(code -> tree.label(code, lang)).toList();
    }

    private List<String> needs(ServiceRecord record) {
        var tree = terms.tree();
        Set<String> codes = new LinkedHashSet<>();
        record.attributes().stream()
                .filter(a -> "service_type".equals(a.linkType()))
                .map(Attribute::taxonomyTerm)
                .filter(Objects::nonNull)
                .map(t -> t.code())
                .filter(Objects::nonNull)
                .forEach(code -> codes.addAll(tree.withAncestors(code)));
        return List.copyOf(codes);
    }

    private static List<String> joined(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    private static List<String> namesOf(ServiceRecord r) {
        return Stream.concat(Stream.of(r.name(), r.alternateName()), r.aliases().stream())
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> namesOf(OrganizationRecord r) {
        return Stream.concat(Stream.of(r.name(), r.alternateName()), r.aliases().stream())
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<String, JsonNode> knownFacts(ServiceRecord record) {
        var known = new TreeMap<String, JsonNode>();
        record.facts().forEach((code, fact) -> {
            if (!"unknown".equals(fact.value().asText())) {
                known.put(code, fact.value());
            }
        });
        return known;
    }

    private static List<String> factTokens(Map<String, JsonNode> facts) {
        return facts.entrySet().stream()
                .flatMap(fact -> Stream.concat(
                        Stream.of(fact.getKey()), values(fact.getValue()).map(value -> fact.getKey() + '=' + value)))
                .toList();
    }

    private static Stream<String> values(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText)
                : Stream.of(value.asText());
    }

    private String wire(Enum<?> value) {
        return mapper.convertValue(value, String.class);
    }

    private String json(StoredService stored) {
        try {
            return mapper.writeValueAsString(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("service " + stored.service().id() + " cannot be written", e);
        }
    }
}
