package org.nowrongdoor.eligibility.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.support.EligibilityForTests;

/** How each kind of answer meets each kind of test. */
class AnswersTest {

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'attribute':'age','min':18,'max':24} | {'age':{'min':18,'max':24}} | ELIGIBLE",
                "{'attribute':'age','min':18,'max':24} | {'age':{'min':17,'max':24}} | UNKNOWN",
                "{'attribute':'age','min':18,'max':24} | {'age':{'min':10,'max':17}} | NOT_ELIGIBLE",
                "{'attribute':'age','min':18,'max':24} | {'age':{'min':25}} | NOT_ELIGIBLE",
                "{'attribute':'age','min':18} | {'age':{'min':18}} | ELIGIBLE",
                "{'attribute':'age','min':18} | {'age':{'max':20}} | UNKNOWN",
                "{'attribute':'income_percent_fpl','max':125} | {'income_percent_fpl':125.1} | NOT_ELIGIBLE",
                "{'attribute':'survivor_of','in':['stalking','sexual_assault']} | {'survivor_of':['stalking','csec']} | ELIGIBLE",
                "{'attribute':'survivor_of','in':['stalking']} | {'survivor_of':[]} | NOT_ELIGIBLE",
                "{'attribute':'survivor_of','in':['sex_trafficking']} | {'survivor_of':['csec']} | UNKNOWN",
                "{'attribute':'survivor_of','in':['csec']} | {'survivor_of':['sex_trafficking']} | UNKNOWN",
                "{'attribute':'pets','not_in':['dog','cat']} | {'pets':['cat','other']} | NOT_ELIGIBLE",
                "{'attribute':'pets','not_in':['dog','cat']} | {'pets':[]} | ELIGIBLE",
                "{'attribute':'pets','is':false} | {'pets':['service_animal']} | ELIGIBLE",
                "{'attribute':'pets','is':false} | {'pets':['dog']} | NOT_ELIGIBLE",
                "{'attribute':'id','in':['any']} | {'id':['photo']} | ELIGIBLE",
                "{'attribute':'id','in':['photo']} | {'id':['any']} | UNKNOWN",
                "{'attribute':'id','in':['photo']} | {'id':'none'} | NOT_ELIGIBLE",
                "{'attribute':'id','in':['photo']} | {'id':['ssn','birth_certificate']} | NOT_ELIGIBLE",
                "{'attribute':'id','is':true} | {'id':'none'} | NOT_ELIGIBLE",
                "{'attribute':'immigration_status','in':['citizen','lawfully_present']} | {'immigration_status':'refugee'} | ELIGIBLE",
                "{'attribute':'immigration_status','in':['lawfully_present']} | {'immigration_status':'t_u_vawa'} | UNKNOWN",
                "{'attribute':'immigration_status','in':['permanent_resident']} | {'immigration_status':'lawfully_present'} | UNKNOWN",
                "{'attribute':'immigration_status','in':['citizen']} | {'immigration_status':'lawfully_present'} | NOT_ELIGIBLE",
                "{'attribute':'criminal_record','not_in':['felony']} | {'criminal_record':true} | UNKNOWN",
                "{'attribute':'criminal_record','not_in':['felony']} | {'criminal_record':false} | ELIGIBLE",
                "{'attribute':'criminal_record','is':false} | {'criminal_record':['misdemeanor']} | NOT_ELIGIBLE",
                "{'attribute':'hiv_status','is':true} | {'hiv_status':'positive'} | ELIGIBLE",
                "{'attribute':'hiv_status','in':['positive']} | {'hiv_status':true} | ELIGIBLE",
                "{'attribute':'insurance','in':['medicaid']} | {'insurance':false} | NOT_ELIGIBLE",
                "{'attribute':'disability','in':['mobility','vision']} | {'disability':true} | UNKNOWN",
                "{'attribute':'languages','in':['es']} | {'languages':['es-MX']} | ELIGIBLE",
                "{'attribute':'languages','in':['es']} | {'languages':['español']} | ELIGIBLE",
                "{'attribute':'languages','in':['Spanish']} | {'languages':['ES']} | ELIGIBLE",
                "{'attribute':'languages','in':['ase']} | {'languages':['American Sign Language']} | ELIGIBLE",
                "{'attribute':'languages','in':['en']} | {'languages':['es']} | NOT_ELIGIBLE",
                "{'attribute':'referred_by','in':['court']} | {'referred_by':'self'} | NOT_ELIGIBLE",
                "{'attribute':'residence','in':['55073']} | {'residence':'WI/wausau'} | ELIGIBLE",
                "{'attribute':'residence','in':['WI']} | {'residence':'55073'} | ELIGIBLE",
                "{'attribute':'residence','in':['55073']} | {'residence':'WI'} | UNKNOWN",
                "{'attribute':'residence','in':['55073']} | {'residence':'us'} | UNKNOWN",
                "{'attribute':'residence','in':['55073']} | {'residence':'MN'} | NOT_ELIGIBLE",
                "{'attribute':'residence','not_in':['WI']} | {'residence':'WI/wausau'} | NOT_ELIGIBLE",
                "{'attribute':'residence','not_in':['55073']} | {'residence':'WI'} | UNKNOWN",
                "{'attribute':'children','is':true} | {'children':[]} | NOT_ELIGIBLE",
                "{'attribute':'children','max':2} | {'children':[{},{},{}]} | NOT_ELIGIBLE",
                "{'every_child':{'attribute':'age','max':5}} | {'children':[]} | ELIGIBLE",
                "{'every_child':{'attribute':'age','max':5}} | {} | UNKNOWN",
                "{'every_child':{'attribute':'age','max':5}} | {'children':'prefer_not_to_say'} | UNKNOWN",
                "{'every_child':{'attribute':'age','max':5}} | {'age':40,'children':[{}]} | UNKNOWN",
                "{'every_child':{'attribute':'age','max':5}} | {'children':[{},{'age':6}]} | NOT_ELIGIBLE",
                "{'every_child':{'attribute':'age','max':5}} | {'children':[{'age':{'min':0,'max':5}}]} | ELIGIBLE",
                "{'every_child':{'attribute':'gender','in':['woman']}} | {'children':[{'gender':'trans_woman'}]} | UNKNOWN",
                "{'not':{'every_child':{'attribute':'age','max':5}}} | {'children':[]} | NOT_ELIGIBLE"
            })
    void anAnswerMeetsATest(String rule, String client, Verdict verdict) {
        assertEquals(verdict, EligibilityForTests.verdict(EligibilityForTests.terms(rule), client));
    }
}
