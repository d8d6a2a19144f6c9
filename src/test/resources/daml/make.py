"""Writes down the rules of the DAML clusterer with n x n matrices; makes the expected values of DamlTest by
numpy and SciPy (Debian): /usr/bin/python3 make.py"""
import numpy as np
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import pdist, squareform
np.seterr(all='ignore')
import warnings; warnings.simplefilter('ignore')
def daml(X):
    n=len(X); dv=pdist(X); D=squareform(dv); L=linkage(dv); mins=min(max(2,int(n*.05)),100)
    node={}; lev={}; maxlev=1; nxt=0
    def ent(samples,dists,merged=None,copy=False):
        d=float(dists[-1]); a=float(np.mean(dists)); s=float(np.std(dists)) if len(dists)>1 else 1e-5
        if copy: return dict(s=samples,d=dists,m=None,a=0.,sd=0.,o1=False,o2=False)
        return dict(s=samples,d=dists,m=merged,a=a,sd=s,o1=d>a+s,o2=d>a+s+s)
    for i,(l,r,d,c) in enumerate(L):
        l=int(l);r=int(r); dd=np.array([d],np.float32)
        A=node.get(l);B=node.get(r)
        if A and B:
            ea=lev[A[0]][A[1]];eb=lev[B[0]][B[1]]
            s=ea['s']+eb['s'] if len(ea['s'])>=len(eb['s']) else eb['s']+ea['s']
            ds=np.concatenate([eb['d'],ea['d'],dd]); m=max(A[1],B[1]); level=max(A[0],B[0])+1; cid=min(A[1],B[1])
            maxlev=max(maxlev,A[0],B[0])
            if A[0]!=B[0]:
                lo,hi=(A,B) if A[0]<B[0] else (B,A)
                e=lev[lo[0]][lo[1]]; cp=ent(e['s'],e['d'],copy=True)
                for q in range(hi[0],lo[0],-1): lev[q].setdefault(lo[1],cp)
        elif A or B:
            C,o=(A,r) if A else (B,l); e=lev[C[0]][C[1]]
            s=e['s']+[o];ds=np.concatenate([e['d'],dd]);m=None;level=C[0]+1;cid=C[1]
        else: s=[l,r];ds=dd;m=None;level=0;cid=nxt;nxt+=1
        lev.setdefault(level,{})[cid]=ent(s,ds,m); node[n+i]=(level,cid)
    maxc=int((L[:,3]==2).sum())
    if maxc<=1: last={0:int(n*.1)}
    else:
        M=np.full((maxlev,maxc,maxc),-1.,np.float32)
        for q,cs in lev.items():
            if q<maxlev:
                for a in cs:
                    M[q,a,a]=cs[a]['a']
                    for b in cs:
                        if a<b: M[q,a,b]=M[q,b,a]=D[np.ix_(cs[a]['s'],cs[b]['s'])].min()
        ml=[]
        for q,cs in lev.items():
            for o,e in cs.items():
                if not e['m']: continue
                f=np.mean if e['o2'] or (e['o1'] and len(e['s'])>=mins) else np.max
                x=M[:,o,o]; ml.append((q,o,e['m'],f(M[:q,o,e['m']]),x[x>=0].max()))
        u=np.log(np.unique([x[4] for x in ml])); t=u.mean()+2*u.std(); v=np.log([x[3] for x in ml]); des=v<t
        c=np.abs((v[~des]-t)/t);k=c<1; one=c[k].mean()+c[k].std()
        ok=des|(np.abs((v-t)/t)<one)
        last={}
        for (q,o,i,_,_),g in sorted(zip(ml,ok),key=lambda z:-z[0][0]):
            if not g:
                last.setdefault(o,0);last.setdefault(i,0)
                if last[o]>q: last[o]=q-1
            elif o in last: last[o]=max(last[o],q)
    out=set();pot=set()
    for q,cs in lev.items():
        for c,e in cs.items():
            if e['m'] is None and c in last and q>last[c]:
                if e['o2']: out.add(e['s'][-1])
                elif e['o1'] and len(e['s'])>=mins: pot.add(e['s'][-1])
                elif len(e['s'])<mins: out.update(e['s'])
    sd=[lev[q][c]['sd'] for c,q in last.items() if len(lev[q][c]['s'])>=mins]; s=np.mean(sd) if sd else np.nan
    def groups(mask):
        from scipy.sparse.csgraph import connected_components
        _,lab=connected_components(mask); g={}
        for i,x in enumerate(lab): g.setdefault(x,[]).append(i)
        return sorted(x for x in g.values() if len(x)>1)
    off=~np.eye(n,dtype=bool)
    return [sorted(map(int,out)),sorted(map(int,pot)),groups((D<=s/100)&off),groups((D<=s)&(D>s/100)&off)]
for seed in (1, 27, 31, 32, 50, 51, 58):
    r=np.random.RandomState(seed); n=r.randint(2,260); d=r.randint(1,6); k=r.randint(1,6)
    X=r.normal(0,1,(n,d))*r.choice([.2,1,2],(n,1))+r.normal(0,6,(k,d))[r.randint(0,k,n)]
    if seed%3==1: X=X.round(1)
    if seed%3==2 and n>10: X[r.randint(0,n,n//6)]=X[r.randint(0,n,n//6)]
    np.savetxt('points_%d.csv'%seed,X,delimiter=',',fmt='%.17g')
    open('expected_%d.txt'%seed,'w').write('\n'.join(str(x) for x in daml(X))+'\n')
