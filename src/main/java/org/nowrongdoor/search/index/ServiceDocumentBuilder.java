package org.nowrongdoor.search.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.search.engine.spatial.GeoPoint;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.contact.ServiceContact;
import org.nowrongdoor.directory.disclosure.BeforeContactBuilder;
import org.nowrongdoor.directory.disclosure.DisclosureBuilder;
import org.nowrongdoor.directory.disclosure.FactAgreement;
import org.nowrongdoor.directory.hours.LocationSchedules;
import org.nowrongdoor.directory.record.Attribute;
import org.nowrongdoor.directory.record.OrganizationRecord;
import org.nowrongdoor.directory.record.ServiceArea;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.directory.store.Location;
import org.nowrongdoor.eligibility.rule.FactCode;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.search.model.DerivedValues;
import org.nowrongdoor.search.model.StoredService;
import org.nowrongdoor.taxonomy.Terms;
import org.nowrongdoor.text.AcronymNormalizer;

/** Makes the documents of the index out of the rows of the store. */
@Singleton
public class ServiceDocumentBuilder {

    private static final Logger LOG = Logger.getLogger(ServiceDocumentBuilder.class);

    private final ObjectMapper mapper;
    private final Regions regions;
    private final SiteRegions places;
    private final Terms terms;
    private final HitServiceBuilder hits;
    private final ScheduleReader schedules;
    private final HourIndex hours;
    private final ClauseRegistry clauses;
    private final Clock clock;

    ServiceDocumentBuilder(
            ObjectMapper mapper,
            Regions regions,
            SiteRegions places,
            Terms terms,
            HitServiceBuilder hits,
            ScheduleReader schedules,
            HourIndex hours,
            ClauseRegistry clauses,
            Clock clock) {
        this.mapper = mapper;
        this.regions = regions;
        this.places = places;
        this.terms = terms;
        this.hits = hits;
        this.schedules = schedules;
        this.hours = hours;
        this.clauses = clauses;
        this.clock = clock;
    }

    public ServiceDocument of(ServiceRows rows) {
        return draft(rows, Set.of()).document();
    }

    /** A document, and what could not be indexed of it.
     *  @param leftOut parts that are not tried */
    public DocumentDraft draft(ServiceRows rows, Set<DocumentPart> leftOut) {
        var draft = new DocumentDraft(leftOut);
        var record = rows.service().body;
        var owner = rows.organization() == null ? null : rows.organization().body;
        var places = rows.publicLocations();
        var contact = rows.contact();
        var document = draft.document();
        document.id = rows.service().id.toString();
        document.order = IndexFields.order(document.id);
        document.orderLow = rows.service().id.getLeastSignificantBits();
        describe(document, record, owner);
        place(document, record, places);
        ScheduleReader.outOfBounds(contact.hours()).ifPresent(fault -> draft.note(DocumentPart.HOURS, fault));
        var read = schedules.read(contact.hours(), places, document.areas);
        var kept = draft.make(DocumentPart.HOURS, () -> hours.kept(read), HourIndex.NOTHING);
        document.hours = kept.tokens();
        document.spans = kept.spans();
        var stored = store(rows, contact, draft, read);
        document.facts = FactTokens.of(stored.facts());
        document.verified =
                stored.verifiedOn() == null ? null : stored.verifiedOn().toEpochDay();
        document.kind = wire(rows.service().kind);
        document.status = wire(rows.service().status);
        document.organization = Objects.toString(rows.service().organizationId, null);
        document.withheld = Objects.toString(rows.withheld(), null);
        document.stored = json(stored);
        var door = NextStepRank.of(document);
        document.door = door == null ? null : (long) door.packed();
        return draft;
    }

    /** Learns the rules of documents that are in the index already. One that cannot be learnt was none when its document
     *  was made either. */
    public void learn(ServiceRowLoader.StoredRule stored) {
        try {
            // Statements may have come to something else since: both are learnt.
            clauses.learn(mapper.readTree(stored.rule()), Map.of());
            if (stored.transInclusive() != null) {
                clauses.learn(
                        mapper.readTree(stored.rule()),
                        Map.of(FactCode.TRANS_INCLUSIVE.code(), TextNode.valueOf("by_identity")));
            }
        } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
            LOG.warn("A stored rule cannot be read; the services that have it say nothing of who is eligible", e);
        }
    }

    /** Learns a rule that two ages make. */
    public void learn(JsonNode ruleOfAges) {
        clauses.learn(ruleOfAges, Map.of());
    }

    private void describe(ServiceDocument document, ServiceRecord record, @Nullable OrganizationRecord owner) {
        var names = new ArrayList<String>(namesOf(record));
        var own = new ArrayList<String>(names);
        if (owner != null) {
            names.addAll(namesOf(owner));
        }
        document.names = Stream.of(
                        names.stream(),
                        names.stream().map(AcronymNormalizer::joined).filter(name -> !names.contains(name)),
                        names.stream().flatMap(NameKey::joined))
                .flatMap(name -> name)
                .toList();
        // A buyer programme is not found by the name of the organisation that also helps the people it is about.
        document.ownNames = (record.kind() == null || record.kind().answersHelp() ? names : own)
                .stream().flatMap(NameKey::said).distinct().toList();
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
        document.siteRegions = withAncestors(sites.stream().flatMap(places::regionsOf));
    }

    private List<String> withAncestors(Stream<String> ids) {
        return ids.flatMap(id -> regions.covering(id).stream()).distinct().toList();
    }

    private StoredService store(
            ServiceRows rows, ServiceContact contact, DocumentDraft draft, List<LocationSchedules> schedules) {
        var record = rows.service().body;
        var document = draft.document();
        var hit = hits.of(rows, contact);
        document.languages = LanguageTokens.of(hit.languages(), contact.isEveryLanguageStated());
        document.channels = Channels.of(hit);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var facts = FactTokens.known(FactAgreement.on(today, record.facts()));
        var rule = StatedRuleReader.of(record);
        document.clauses = draft.make(DocumentPart.ELIGIBILITY, () -> clauses.learn(rule, facts), List.of());
        return new StoredService(
                hit,
                DisclosureBuilder.of(record.disclosures(), record.facts(), termsOf(record), today),
                BeforeContactBuilder.of(
                        new BeforeContactBuilder.Stated(
                                record.facts(),
                                record.feesDescription(),
                                record.fees(),
                                record.costOptions(),
                                record.requiredDocuments(),
                                record.translations()),
                        today),
                document.needs,
                document.channels,
                document.languages,
                draft.isLeftOut(DocumentPart.ELIGIBILITY) ? null : rule,
                record.eligibilityDescription(),
                facts,
                draft.isLeftOut(DocumentPart.HOURS) ? List.of() : schedules,
                record.assuredDate(),
                record.capacity(),
                record.discreetName(),
                HitServiceBuilder.translations(record, contact),
                HitServiceBuilder.partners(rows.organization()),
                new DerivedValues());
    }

    private List<String> labels(List<String> codes, String lang) {
        var tree = terms.tree();
        return codes.stream().map(code -> tree.label(code, lang)).toList();
    }

    private List<String> needs(ServiceRecord record) {
        var tree = terms.tree();
        Set<String> codes = new LinkedHashSet<>();
        termsOf(record).forEach(code -> codes.addAll(tree.withAncestors(code)));
        return List.copyOf(codes);
    }

    private static List<String> termsOf(ServiceRecord record) {
        return record.attributes().stream()
                .filter(a -> "service_type".equals(a.linkType()))
                .map(Attribute::taxonomyTerm)
                .filter(Objects::nonNull)
                .map(t -> t.code())
                .filter(Objects::nonNull)
                .toList();
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
