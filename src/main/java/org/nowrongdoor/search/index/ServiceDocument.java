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

/** A service as the index has it: one document, made anew whenever something it shows has changed. */
@SearchEntity
@Indexed(index = "service")
public class ServiceDocument {

    @DocumentId
    public String id = "";

    @GenericField(name = Fields.ORDER, searchable = Searchable.NO, sortable = Sortable.YES)
    public long order;

    @GenericField(name = Fields.ORDER_LOW, searchable = Searchable.NO, sortable = Sortable.YES)
    public long orderLow;

    @GenericField(name = Fields.DOOR, searchable = Searchable.NO, sortable = Sortable.YES)
    public @Nullable Long door;

    @FullTextField(name = Fields.NAMES_EN, analyzer = Analysis.ENGLISH)
    @FullTextField(name = Fields.NAMES_ES, analyzer = Analysis.SPANISH)
    public List<String> names = List.of();

    @FullTextField(name = Fields.NAMES_OR_NEEDS_EN, analyzer = Analysis.ENGLISH)
    public List<String> namesOrNeeds = List.of();

    @FullTextField(name = Fields.NAMES_OR_NEEDS_ES, analyzer = Analysis.SPANISH)
    public List<String> namesOrNeedsEs = List.of();

    @FullTextField(name = Fields.TEXT_EN, analyzer = Analysis.ENGLISH)
    public List<String> text = List.of();

    @FullTextField(name = Fields.TEXT_ES, analyzer = Analysis.SPANISH)
    public List<String> textEs = List.of();

    @FullTextField(name = Fields.WORDS, analyzer = Analysis.PLAIN)
    public List<String> words = List.of();

    @KeywordField(name = Fields.OWN_NAMES)
    public List<String> ownNames = List.of();

    @KeywordField(name = Fields.NEEDS, aggregable = Aggregable.YES)
    public List<String> needs = List.of();

    @KeywordField(name = Fields.AREAS, aggregable = Aggregable.YES)
    public List<String> areas = List.of();

    @KeywordField(name = Fields.AREAS_WITHIN)
    public List<String> areasWithin = List.of();

    @GenericField(name = Fields.SITES, sortable = Sortable.YES, projectable = Projectable.YES)
    public List<GeoPoint> sites = List.of();

    @KeywordField(name = Fields.SITE_REGIONS)
    public List<String> siteRegions = List.of();

    @KeywordField(name = Fields.KIND, aggregable = Aggregable.YES)
    public String kind = "";

    @KeywordField(name = Fields.STATUS, aggregable = Aggregable.YES)
    public String status = "";

    @KeywordField(name = Fields.ORGANIZATION)
    public @Nullable String organization;

    @KeywordField(name = Fields.LANGUAGES, aggregable = Aggregable.YES)
    public List<String> languages = List.of();

    @KeywordField(name = Fields.CHANNELS, aggregable = Aggregable.YES)
    public List<String> channels = List.of();

    @KeywordField(name = Fields.FACTS, aggregable = Aggregable.YES)
    public List<String> facts = List.of();

    @KeywordField(name = Fields.HOURS)
    public List<String> hours = List.of();

    @GenericField(name = Fields.SPANS, searchable = Searchable.NO, sortable = Sortable.YES)
    public List<Long> spans = List.of();

    @GenericField(name = Fields.VERIFIED, sortable = Sortable.YES, projectable = Projectable.YES)
    public @Nullable Long verified;

    @KeywordField(name = Fields.CLAUSES, aggregable = Aggregable.YES)
    public List<String> clauses = List.of();

    @KeywordField(name = Fields.STORED, searchable = Searchable.NO, projectable = Projectable.YES)
    public String stored = "";
}
