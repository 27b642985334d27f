package org.nowrongdoor.search.understanding;

import java.util.Collection;
import java.util.List;
import org.nowrongdoor.region.PlaceFinder;
import org.nowrongdoor.region.PlaceLexicon;
import org.nowrongdoor.region.Region;
import org.nowrongdoor.region.Regions;
import org.nowrongdoor.taxonomy.OrganizationAliases;
import org.nowrongdoor.taxonomy.TermTree;
import org.nowrongdoor.taxonomy.recognition.TermFinder;

/** The reader of lines over the packaged gazetteer and vocabulary, without a server and without any service. */
final class LinesForTests {

    private static final NameLookup NO_NAMES = new NameLookup() {
        @Override
        public boolean hasAll(String word, String other) {
            return false;
        }

        @Override
        public List<NamedOrganization> organizations(Collection<String> keys) {
            return List.of();
        }

        @Override
        public boolean hasServices(Region place) {
            return false;
        }
    };

    static final LineReader READER = reader();

    private LinesForTests() {}

    private static LineReader reader() {
        var regions = new Regions();
        var finder = new PlaceFinder(regions);
        var lexicon = new PlaceLexicon(regions);
        var terms = new TermFinder(TermTree::packaged, new OrganizationAliases());
        var candidates = new PlaceCandidateFinder(
                new TownInStateFinder(finder, new OtherWords(terms)),
                lexicon,
                new StateReader(lexicon),
                new PostalCodeReader(finder, NO_NAMES),
                new OtherWords(terms),
                new PlaceScorer(new OtherWords(terms)),
                new ServedPlaceFinder(NO_NAMES));
        return new LineReader(
                regions, finder, candidates, new OrganizationReader(NO_NAMES, new OtherWords(terms)), terms);
    }
}
