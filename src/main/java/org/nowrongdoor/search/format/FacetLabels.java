package org.nowrongdoor.search.format;

import jakarta.inject.Singleton;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.search.query.FacetFields;
import org.nowrongdoor.taxonomy.Terms;

/** What the values of facets are called. */
@Singleton
public class FacetLabels {

    private final Terms terms;
    private final Regions regions;

    FacetLabels(Terms terms, Regions regions) {
        this.terms = terms;
        this.regions = regions;
    }

    public FacetFields.Labels in(String lang) {
        var names = new DisplayNames(lang);
        return (facet, value) -> switch (facet) {
            case "need" -> terms.tree().label(value, lang);
            case "region" -> regions.find(value).map(r -> names.area(r.name())).orElse(value);
            case "language" -> names.language(value);
            case "channel" -> names.channel(value);
            case "kind" -> names.kind(value);
            case "led_by" -> names.ledBy(value);
            default -> value;
        };
    }
}
