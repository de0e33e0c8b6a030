using TeamsPlanBot.FakeTeams;

namespace EndToEnd.Tab;

/// <summary>A plan with ratings, progress and figures, beside the samples, which have few.</summary>
internal static class RatedPlan
{
    public static DateOnly Today { get; } = new(2017, 4, 20);

    public static async Task ImportAsync(RunningBot bot)
    {
        await bot.ImportAsync("""
            plan,plan name,section,ref,action,leads,services,timescale,due,state,brag,progress,progress on
            harbour-2017,Harbour improvement plan 2017,1. Leadership,1.1,Appoint a permanent head of the front door,Jo Bloggs,First Response,,2017-03-31,in progress,red,Second advert brought no appointable candidate,2017-04-03
            harbour-2017,Harbour improvement plan 2017,1. Leadership,1.2,Hold a monthly challenge meeting with every team manager,Sam Other,First Response,,2017-04-28,in progress,amber,Two of four meetings held,2017-04-10
            harbour-2017,Harbour improvement plan 2017,1. Leadership,1.3,Publish one page of agreed priorities,Sam Other,,,2017-02-28,complete,blue,Published,2017-02-20
            harbour-2017,Harbour improvement plan 2017,2. Practice,2.1,Audit twelve cases a month with the people who worked them,Jo Bloggs,Fieldwork,,2017-06-30,in progress,green,April's twelve are done,2017-04-18
            harbour-2017,Harbour improvement plan 2017,2. Practice,2.2,See every child within ten days of a referral,Kim Hale,Fieldwork,,2017-03-15,in progress,green,,
            harbour-2017,Harbour improvement plan 2017,2. Practice,2.3,Agree the threshold document with schools and health,Kim Hale,First Response,,2017-05-02,not started,amber,,
            harbour-2017,Harbour improvement plan 2017,3. Workforce,3.1,Bring agency staff below one post in ten,Ruth Adeyemi,,,2017-09-30,in progress,amber,Fourteen in a hundred now,2017-04-12
            harbour-2017,Harbour improvement plan 2017,3. Workforce,3.2,Give every worker supervision once a month,Ruth Adeyemi,Fieldwork,ongoing,,in progress,green,Recorded for nine in ten,2017-04-05
            """);
        await bot.ImportAsync("""
            plan,indicator,unit,polarity,period,numerator,denominator,value,target,target by,commentary
            harbour-2017,Assessments within 45 working days,%,higher,Q1 2015/16,,,71,85% or above,,
            harbour-2017,Assessments within 45 working days,%,higher,Q2 2015/16,,,74,85% or above,,
            harbour-2017,Assessments within 45 working days,%,higher,Q3 2015/16,,,73,85% or above,,
            harbour-2017,Assessments within 45 working days,%,higher,Q4 2015/16,,,78,85% or above,,
            harbour-2017,Assessments within 45 working days,%,higher,Q1 2016/17,,,82,85% or above,,
            harbour-2017,Assessments within 45 working days,%,higher,Q2 2016/17,,,86,85% or above,,A second duty team began in July.
            harbour-2017,Assessments within 45 working days,%,higher,Q3 2016/17,,,87,85% or above,,
            harbour-2017,Re-referrals within a year,%,lower,Q3 2015/16,,,19,at most 18%,,
            harbour-2017,Re-referrals within a year,%,lower,Q4 2015/16,,,20,at most 18%,,
            harbour-2017,Re-referrals within a year,%,lower,Q1 2016/17,,,22,at most 18%,,
            harbour-2017,Re-referrals within a year,%,lower,Q2 2016/17,,,24,at most 18%,,
            harbour-2017,Children looked after,children,none,Q1 2016/17,,,402,,,
            harbour-2017,Children looked after,children,none,Q2 2016/17,,,398,,,
            harbour-2017,Children looked after,children,none,Q3 2016/17,,,411,,,
            harbour-2017,Caseload of a social worker,cases,lower,,,,,at most 16,,
            """);
    }
}
