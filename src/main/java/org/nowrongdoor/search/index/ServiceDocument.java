package org.nowrongdoor.search.index;

import java.util.List;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.spatial.GeoPoint;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.jspecify.annotations.Nullable;

/** A service as the index has it: one document, made again whenever something it shows has changed. */
@SearchEntity
@Indexed(index = "service")
public class ServiceDocument {

    @DocumentId
    public String id = "";

    @GenericField(name = IndexFields.ORDER, searchable = Searchable.NO, sortable = Sortable.YES)
    public long order;

    @GenericField(name = IndexFields.ORDER_LOW, searchable = Searchable.NO, sortable = Sortable.YES)
    public long orderLow;

    @GenericField(name = IndexFields.DOOR, searchable = Searchable.NO, sortable = Sortable.YES)
    public @Nullable Long door;

    @FullTextField(name = IndexFields.NAMES_EN, analyzer = AnalysisConfigurer.ENGLISH)
    @FullTextField(name = IndexFields.NAMES_ES, analyzer = AnalysisConfigurer.SPANISH)
    public List<String> names = List.of();

    @FullTextField(name = IndexFields.NAMES_OR_NEEDS_EN, analyzer = AnalysisConfigurer.ENGLISH)
    public List<String> namesOrNeeds = List.of();

    @FullTextField(name = IndexFields.NAMES_OR_NEEDS_ES, analyzer = AnalysisConfigurer.SPANISH)
    public List<String> namesOrNeedsEs = List.of();

    @FullTextField(name = IndexFields.TEXT_EN, analyzer = AnalysisConfigurer.ENGLISH)
    public List<String> text = List.of();

    @FullTextField(name = IndexFields.TEXT_ES, analyzer = AnalysisConfigurer.SPANISH)
    public List<String> textEs = List.of();

    @FullTextField(name = IndexFields.WORDS, analyzer = AnalysisConfigurer.PLAIN)
    public List<String> words = List.of();

    @KeywordField(name = IndexFields.OWN_NAMES)
    public List<String> ownNames = List.of();

    @KeywordField(name = IndexFields.NEEDS, aggregable = Aggregable.YES)
    public List<String> needs = List.of();

    @KeywordField(name = IndexFields.AREAS, aggregable = Aggregable.YES)
    public List<String> areas = List.of();

    @KeywordField(name = IndexFields.AREAS_WITHIN, aggregable = Aggregable.YES)
    public List<String> areasWithin = List.of();

    @GenericField(name = IndexFields.SITES, sortable = Sortable.YES, projectable = Projectable.YES)
    public List<GeoPoint> sites = List.of();

    @KeywordField(name = IndexFields.SITE_REGIONS, aggregable = Aggregable.YES)
    public List<String> siteRegions = List.of();

    @KeywordField(name = IndexFields.KIND, aggregable = Aggregable.YES)
    public String kind = "";

    @KeywordField(name = IndexFields.STATUS, aggregable = Aggregable.YES)
    public String status = "";

    @KeywordField(name = IndexFields.ORGANIZATION)
    public @Nullable String organization;

    @KeywordField(name = IndexFields.LANGUAGES, aggregable = Aggregable.YES)
    public List<String> languages = List.of();

    @KeywordField(name = IndexFields.CHANNELS, aggregable = Aggregable.YES)
    public List<String> channels = List.of();

    @KeywordField(name = IndexFields.FACTS, aggregable = Aggregable.YES)
    public List<String> facts = List.of();

    @KeywordField(name = IndexFields.HOURS)
    public List<String> hours = List.of();

    @GenericField(name = IndexFields.SPANS, searchable = Searchable.NO, sortable = Sortable.YES)
    public List<Long> spans = List.of();

    @GenericField(name = IndexFields.VERIFIED, sortable = Sortable.YES, projectable = Projectable.YES)
    public @Nullable Long verified;

    @KeywordField(name = IndexFields.CLAUSES, aggregable = Aggregable.YES)
    public List<String> clauses = List.of();

    @KeywordField(name = IndexFields.WITHHELD)
    public @Nullable String withheld;

    @KeywordField(name = IndexFields.STORED, searchable = Searchable.NO, projectable = Projectable.YES)
    public String stored = "";
}
